-- id: G20
-- name: line-accepted
-- title: Answers openly where an NCND has been accepted
-- severity: info
-- basis: regulator
-- message: {force} {did} about {tool} in {answer.letters}, after the regulator or a tribunal had accepted an NCND about
--   it: {accepted.rulings}.
-- rationale: The line has been tested and held, so nothing obliges a force to leave it, and each open answer makes
--   the NCND of the others easier to read. A force may still choose to be open.
-- source: regulator's practice of following its own decisions; SEMANTICS.md 54
-- remedy: Tell the national unit of the choice; where it stands, acknowledge the tool formally, so that the next answer
--   rests on the record.

WITH accepted AS (
    SELECT r.force_no, r.tool_no, r.request_no, r.question_no, r.response_no, r.responded_earliest, r.responded_latest,
           k.ruling_no, o.possible_from, o.possible_to, o.certain_from, o.certain_to, p.position
    FROM ruling k
    CROSS JOIN ruling_for o ON o.ruling_no = k.ruling_no
    CROSS JOIN force f
    CROSS JOIN letter l ON l.force_no = f.force_no AND l.tool_no = o.tool_no
    CROSS JOIN response_meaning m ON m.letter_no = l.letter_no
    CROSS JOIN profile p ON p.profile_no = m.profile_no
    CROSS JOIN response r ON r.response_no = m.response_no
    WHERE k.about = 'ncnd' AND k.outcome = 'not_upheld'
      AND p.dated = 1 AND p.superseded = 0 AND p.topic NOT IN ('meetings', 'other')
      AND (p.position = 'confirm' OR (p.position = 'deny' AND p.partial_ncnd <> 'yes'))
      AND NOT (p.stance = 'ncnd' AND p.held_statement IS NOT NULL AND p.held_statement IN ('confirm', 'deny'))
      AND o.possible_from <= r.responded_latest AND o.possible_to >= r.responded_earliest
), own AS (
    SELECT a.*, x.possible_from, x.possible_to, x.certain_from, x.certain_to
    FROM (SELECT DISTINCT response_no, force_no, tool_no FROM accepted) a
    JOIN acknowledgement_for x ON x.force_no = a.force_no AND x.tool_no = a.tool_no AND x.level = 'own'
), day AS (             -- each day of the letter from which on a ruling, or an acknowledgement, holds or ceases to
    SELECT response_no, responded_earliest AS day, responded_earliest, responded_latest FROM accepted
    UNION SELECT response_no, possible_from, responded_earliest, responded_latest FROM accepted
    UNION SELECT response_no, certain_to + 1, responded_earliest, responded_latest FROM accepted
    UNION SELECT o.response_no, o.possible_from, a.responded_earliest, a.responded_latest
          FROM own o JOIN accepted a ON a.response_no = o.response_no
    UNION SELECT o.response_no, o.certain_to + 1, a.responded_earliest, a.responded_latest
          FROM own o JOIN accepted a ON a.response_no = o.response_no
), judged AS (
    SELECT d.response_no,
           EXISTS (SELECT 1 FROM accepted a WHERE a.response_no = d.response_no AND d.day BETWEEN a.possible_from AND a.possible_to)
           AND NOT EXISTS (SELECT 1 FROM own o WHERE o.response_no = d.response_no
                                                 AND d.day BETWEEN o.certain_from AND o.certain_to) AS can_fire,
           EXISTS (SELECT 1 FROM accepted a WHERE a.response_no = d.response_no AND d.day BETWEEN a.certain_from AND a.certain_to)
           AND NOT EXISTS (SELECT 1 FROM own o WHERE o.response_no = d.response_no
                                                 AND d.day BETWEEN o.possible_from AND o.possible_to) AS must_fire
    FROM day d
    WHERE d.day BETWEEN d.responded_earliest AND d.responded_latest
), fires AS (
    SELECT response_no, iif(min(must_fire), 'certain', 'possible') AS certainty
    FROM judged
    GROUP BY response_no
    HAVING max(can_fire)
), rows AS (
    SELECT a.*, f.certainty,
           CASE WHEN min(position) OVER k = 'deny' THEN 'denied'
                WHEN max(position) OVER k = 'confirm' THEN 'confirmed' ELSE 'confirmed and denied' END AS did
    FROM accepted a
    JOIN fires f ON f.response_no = a.response_no
    WINDOW k AS (PARTITION BY a.force_no, a.tool_no, a.request_no, a.question_no)
)
SELECT force_no, tool_no, request_no, question_no, certainty, 'answer' AS role, response_no, NULL AS ruling_no,
       responded_earliest, responded_latest, did
FROM rows
UNION ALL
SELECT force_no, tool_no, request_no, question_no, certainty, 'accepted', NULL, ruling_no, NULL, NULL, did
FROM rows
ORDER BY 1, 2, 3, 4, 6 DESC, 7, 8
