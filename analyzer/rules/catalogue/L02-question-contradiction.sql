-- id: L02
-- name: question-contradiction
-- title: One letter keeps NCND on use and gives it away elsewhere
-- severity: high
-- basis: statute
-- message: In {ncnd.letters} about {tool}, {force} neither confirmed nor denied on {ncnd_topics} and
--   confirmed on {confirm_topics}.
-- rationale: Cost, period, scope or an option to extend presuppose use: a figure for the one answers the
--   other.
-- source: FOIA s1(1)(a)
-- remedy: Answer all questions of the letter on one footing.

WITH contradiction AS (
    SELECT letter_no FROM letter
    WHERE (ncnd_on_use AND confirm_on_detail) OR (confirm_on_use AND ncnd_on_detail)
), part AS (
    SELECT l.letter_no, r.force_no, r.tool_no, r.request_no, p.position, p.topic,
           r.response_no, r.responded_earliest, r.responded_latest
    FROM contradiction x
    JOIN letter l ON l.letter_no = x.letter_no
    JOIN response_meaning m ON m.letter_no = x.letter_no
    JOIN response r ON r.response_no = m.response_no
    JOIN profile p ON p.profile_no = m.profile_no
    WHERE p.position IN ('ncnd', 'confirm')
      AND p.topic IN ('use', 'contract', 'cost', 'period', 'scope', 'extension')
)
SELECT force_no, tool_no, request_no, NULL AS question_no, position AS role,
       response_no, responded_earliest, responded_latest,
       (SELECT group_concat(topic, ', ') FROM (SELECT DISTINCT topic FROM part n
            WHERE n.letter_no = part.letter_no AND n.position = 'ncnd' ORDER BY topic)) AS ncnd_topics,
       (SELECT group_concat(topic, ', ') FROM (SELECT DISTINCT topic FROM part n
            WHERE n.letter_no = part.letter_no AND n.position = 'confirm' ORDER BY topic)) AS confirm_topics
FROM part
ORDER BY force_no, tool_no, request_no, letter_no, role DESC, response_no
