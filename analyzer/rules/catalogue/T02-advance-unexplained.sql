-- id: T02
-- name: advance-unexplained
-- title: NCND, then a confirmation that nothing published explains
-- severity: medium
-- basis: consistency
-- message: {force} neither confirmed nor denied about {tool} ({earlier.letters}) and later confirmed
--   ({later.letters}), with no acknowledgement of its own published between the two.
-- rationale: A change of line that no publication explains shows that the NCND could have been a
--   confirmation, and weakens the NCND of everyone else.
-- source: FOIA s1(1)(a); SEMANTICS.md 19, 31
-- remedy: Record the reason for the change; if it was a decision, publish an acknowledgement and tell
--   the national unit.

SELECT c.force_no, c.tool_no, l.request_no, NULL AS question_no, c.unexplained AS certainty, 'earlier' AS role,
       e.response_no, e.responded_earliest, e.responded_latest
FROM change c
JOIN letter e ON e.letter_no = c.earlier_letter_no
JOIN letter l ON l.letter_no = c.later_letter_no
WHERE c.kind = 'between' AND c.from_position = 'ncnd' AND c.to_position = 'confirm' AND c.unexplained IS NOT NULL
UNION ALL
SELECT c.force_no, c.tool_no, l.request_no, NULL, c.unexplained, 'later',
       l.response_no, l.responded_earliest, l.responded_latest
FROM change c
JOIN letter l ON l.letter_no = c.later_letter_no
WHERE c.kind = 'between' AND c.from_position = 'ncnd' AND c.to_position = 'confirm' AND c.unexplained IS NOT NULL
ORDER BY 1, 2, 3, 4, 6, 7
