-- Used by replay.c.

-- name: replay_request
-- A request that the audit does not know.
INSERT INTO request (request_id, title)
SELECT :draft_id, :draft_id
WHERE :request_id IS NULL;

-- name: replay_leave_out
-- Rows of the audit that are the same letter, to the day, as intake leaves them out beside a draft.
DELETE FROM response
WHERE question_no IS NULL AND responded_earliest = :day_earliest AND responded_latest = :day_latest
  AND force_no = (SELECT force_no FROM force WHERE force_id = :force_id)
  AND tool_no = (SELECT tool_no FROM tool WHERE tool_id = :tool_id)
  AND request_no = (SELECT request_no FROM request WHERE request_id = coalesce(:request_id, :draft_id))
  AND stage_no = (SELECT stage_no FROM stage WHERE stage = :stage);

-- name: replay_drop_wordings
DELETE FROM response_wording
WHERE response_no NOT IN (SELECT response_no FROM response);

-- name: replay_answer
INSERT INTO response (line, force_no, request_no, tool_no, stage_no, stance_no, partial_ncnd, held_no, set_no, harm_test,
                      public_interest_test, has_link, received_earliest, received_latest, responded_earliest, responded_latest)
SELECT 2, f.force_no, q.request_no, t.tool_no, g.stage_no, s.stance_no,
       CASE :partial_ncnd WHEN 'yes' THEN 1 WHEN 'no' THEN 0 END, h.held_no, :set_no,
       iif(:harm_test = 'yes', 1, NULL), iif(:public_interest_test = 'yes', 1, NULL), :link IS NOT NULL,
       :received_earliest, :received_latest, :day_earliest, :day_latest
FROM force f
JOIN tool t ON t.tool_id = :tool_id
JOIN request q ON q.request_id = coalesce(:request_id, :draft_id)
JOIN stage g ON g.stage = :stage
JOIN stance s ON s.stance = :stance
LEFT JOIN held_statement h ON h.held_statement = :held_statement
WHERE f.force_id = :force_id;

-- name: replay_wording
INSERT INTO response_wording (response_no, response_id, link)
SELECT max(response_no), :draft_id, :link FROM response;

-- name: replay_same_set
-- A list that letters cite already stands there once.
SELECT o.set_no
FROM exemption_set n
JOIN exemption_set o ON o.regime = n.regime AND o.citations = n.citations AND o.set_no < n.set_no
WHERE n.set_no = :set_no
ORDER BY o.set_no
LIMIT 1;

-- name: replay_drop_set
DELETE FROM exemption_set WHERE set_no = :set_no;

-- name: replay_drop_citations
DELETE FROM exemption_citation WHERE set_no = :set_no;
