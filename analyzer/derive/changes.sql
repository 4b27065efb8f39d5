-- Used by changes.c.

-- name: insert_change
INSERT INTO change (kind, force_no, tool_no, earlier_letter_no, later_letter_no, from_position, to_position,
                    certainty, unexplained)
VALUES (:kind, :force_no, :tool_no, :earlier_letter_no, :later_letter_no, :from_position, :to_position,
        :certainty, :unexplained);
