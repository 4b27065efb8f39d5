-- Used by present.c.

-- name: insert_present_reading
INSERT INTO present_reading (tool_no, force_no, reading, own_acknowledgement, guidance_no)
VALUES (:tool_no, :force_no, :reading, :own_acknowledgement, :guidance_no);
