-- id: G18
-- name: ncnd-after-order
-- title: NCND after an order to confirm or deny
-- severity: critical
-- basis: statute
-- message: {force} neither confirmed nor denied about {tool} in {answer.letters}, although it had been ordered to
--   confirm or deny about it: {order.rulings}.
-- rationale: A decision notice binds the force it is addressed to until a tribunal or a court sets it aside. Who asks
--   next reads the notice too, and an NCND in its face has nothing left to protect.
-- source: FOIA s50(4), s54, s57; FOISA s49(6), s53, s56; SEMANTICS.md 54
-- remedy: Confirm or deny as ordered. Where the order is under appeal or was about something else, say so in the
--   letter and record it; where it was set aside, add that ruling to rulings.csv.

WITH measured AS (
    SELECT * FROM ncnd_under_order WHERE is_own
), day AS (             -- the first day of the letter, and each on which an order has ceased to hold
    SELECT response_no, responded_earliest AS day FROM measured
    UNION
    SELECT response_no, certain_to + 1 FROM measured
    WHERE certain_to >= responded_earliest AND certain_to < responded_latest
), doubtful AS (
    SELECT d.response_no
    FROM day d
    WHERE NOT EXISTS (SELECT 1 FROM measured m
                      WHERE m.response_no = d.response_no AND d.day BETWEEN m.certain_from AND m.certain_to)
), rows AS (
    SELECT m.*, iif(m.response_no IN (SELECT response_no FROM doubtful), 'possible', 'certain') AS certainty FROM measured m
)
SELECT force_no, tool_no, request_no, question_no, certainty, 'answer' AS role, response_no, NULL AS ruling_no,
       responded_earliest, responded_latest
FROM rows
UNION ALL
SELECT force_no, tool_no, request_no, question_no, certainty, 'order', NULL, ruling_no, NULL, NULL
FROM rows
ORDER BY 1, 2, 3, 4, 6, 7, 8
