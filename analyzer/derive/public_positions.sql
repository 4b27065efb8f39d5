-- Used by public_positions.c.

-- name: insert_public_position
INSERT INTO public_position (tool_no, force_no, position, acknowledgement_no, letter_no, qualified, older_than_line)
VALUES (:tool_no, :force_no, :position, :acknowledgement_no, :letter_no, :qualified, :older_than_line);
