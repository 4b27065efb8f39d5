-- id: L02
-- name: question-contradiction
-- title: One letter keeps NCND on use and gives it away elsewhere
-- severity: high
-- basis: statute
-- about: self-contradiction
-- message: In {ncnd.letters} about {tool}, {force} neither confirmed nor denied on {ncnd.topics} and
--   confirmed on {confirm.topics}.
-- rationale: Cost, period, scope or an option to extend presuppose use: a figure for the one answers the
--   other.
-- source: FOIA s1(1)(a)
-- remedy: Answer all questions of the letter on one footing.

WITH contradiction AS MATERIALIZED (
    SELECT letter_no FROM letter
    WHERE (ncnd_on_use AND confirm_on_detail) OR (confirm_on_use AND ncnd_on_detail)
)
SELECT r.force_no, r.tool_no, r.request_no, NULL AS question_no, p.position AS role,
       r.response_no, r.responded_earliest, r.responded_latest
FROM response_meaning m
CROSS JOIN contradiction x ON x.letter_no = m.letter_no
CROSS JOIN response r ON r.response_no = m.response_no
CROSS JOIN profile p ON p.profile_no = m.profile_no
WHERE p.position IN ('ncnd', 'confirm')
  AND p.topic IN ('use', 'contract', 'cost', 'period', 'scope', 'extension')
ORDER BY r.force_no, r.tool_no, r.request_no, p.position, p.topic, r.response_no
