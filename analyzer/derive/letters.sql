-- Used by letters.c.

-- name: insert_letter
INSERT INTO letter (letter_no, before_no, force_no, tool_no, request_no, stage_no, responded_earliest, responded_latest,
                    position_on_use, stated_on_use, partial_ncnd, qualified, cites_apart, ncnd_on_use, confirm_on_use, ncnd_on_detail, confirm_on_detail, late,
                    received_earliest, received_latest, due_earliest, due_latest, due_working_days, response_no, set_no,
                    late_response_no, confirmed_topics, denied_topics, disclosed_topics, withheld_topics,
                    speaks_for_request)
VALUES (:letter_no, :before_no, :force_no, :tool_no, :request_no, :stage, :responded_earliest, :responded_latest,
        :position_on_use, :stated_on_use, :partial_ncnd, :qualified, :cites_apart, :ncnd_on_use, :confirm_on_use, :ncnd_on_detail, :confirm_on_detail, :late,
        :received_earliest, :received_latest, :due_earliest, :due_latest, :due_working_days, :response_no, :set_no,
        :late_response_no, :confirmed_topics, :denied_topics, :disclosed_topics, :withheld_topics,
        :speaks_for_request);
