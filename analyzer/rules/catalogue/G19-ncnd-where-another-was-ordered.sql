-- id: G19
-- name: ncnd-where-another-was-ordered
-- title: NCND where another force was ordered to confirm or deny
-- severity: low
-- basis: regulator
-- message: {force} neither confirmed nor denied about {tool} in {answer.letters}, where another force had been ordered
--   to confirm or deny about it: {order.rulings}.
-- rationale: An order binds only the force it is addressed to. Its reasons are public, and the regulator will apply
--   them to the next complaint unless this force can tell its case apart.
-- source: regulator's practice of following its own decisions; SEMANTICS.md 54
-- remedy: Read the reasons of the decision; say in the harm test what is different here, or answer as the other force
--   was ordered to.

WITH other AS (
    SELECT * FROM ncnd_under_order WHERE NOT is_own
), own AS (
    SELECT * FROM ncnd_under_order WHERE is_own
), day AS (             -- each day of the letter from which on another order, or one more, holds or ceases to
    SELECT response_no, responded_earliest AS day, responded_earliest, responded_latest FROM other
    UNION SELECT response_no, possible_from, responded_earliest, responded_latest FROM other
    UNION SELECT response_no, certain_to + 1, responded_earliest, responded_latest FROM other
    UNION SELECT response_no, possible_from, responded_earliest, responded_latest FROM own
    UNION SELECT response_no, certain_to + 1, responded_earliest, responded_latest FROM own
), judged AS (
    SELECT d.response_no,
           EXISTS (SELECT 1 FROM other o WHERE o.response_no = d.response_no AND d.day BETWEEN o.possible_from AND o.possible_to)
           AND NOT EXISTS (SELECT 1 FROM own w WHERE w.response_no = d.response_no
                                                 AND d.day BETWEEN w.certain_from AND w.certain_to) AS can_fire,
           EXISTS (SELECT 1 FROM other o WHERE o.response_no = d.response_no AND d.day BETWEEN o.certain_from AND o.certain_to)
           AND NOT EXISTS (SELECT 1 FROM own w WHERE w.response_no = d.response_no
                                                 AND d.day BETWEEN w.possible_from AND w.possible_to) AS must_fire
    FROM day d
    WHERE d.day BETWEEN d.responded_earliest AND d.responded_latest
), fires AS (
    SELECT response_no, iif(min(must_fire), 'certain', 'possible') AS certainty
    FROM judged
    GROUP BY response_no
    HAVING max(can_fire)
), rows AS (
    SELECT o.*, f.certainty FROM other o JOIN fires f ON f.response_no = o.response_no
)
SELECT force_no, tool_no, request_no, question_no, certainty, 'answer' AS role, response_no, NULL AS ruling_no,
       responded_earliest, responded_latest
FROM rows
UNION ALL
SELECT force_no, tool_no, request_no, question_no, certainty, 'order', NULL, ruling_no, NULL, NULL
FROM rows
ORDER BY 1, 2, 3, 4, 6, 7, 8
