-- id: T01
-- name: retreat
-- title: Confirmed, then neither confirmed nor denied
-- severity: high
-- basis: regulator
-- shares-cause-with: G01, L01, T09
-- message: {force} confirmed about {tool} ({earlier.letters}) and later neither confirmed nor denied
--   ({later.letters}).
-- rationale: What was once confirmed stays known; a later NCND protects nothing and invites the question
--   what changed.
-- source: FOIA s1(1)(a); SEMANTICS.md 19, 31
-- remedy: Confirm again at review, or say what has changed.

SELECT c.force_no, c.tool_no, l.request_no, NULL AS question_no, c.certainty AS certainty, 'earlier' AS role,
       e.response_no, e.responded_earliest, e.responded_latest
FROM change c
JOIN letter e ON e.letter_no = c.earlier_letter_no
JOIN letter l ON l.letter_no = c.later_letter_no
WHERE c.kind = 'between' AND c.from_position = 'confirm' AND c.to_position = 'ncnd'
UNION ALL
SELECT c.force_no, c.tool_no, l.request_no, NULL, c.certainty, 'later',
       l.response_no, l.responded_earliest, l.responded_latest
FROM change c
JOIN letter l ON l.letter_no = c.later_letter_no
WHERE c.kind = 'between' AND c.from_position = 'confirm' AND c.to_position = 'ncnd'
ORDER BY 1, 2, 3, 4, 6, 7
