-- id: T03
-- name: deny-then-ncnd
-- title: Denied, then neither confirmed nor denied
-- severity: high
-- basis: consistency
-- message: {force} said that nothing is held about {tool} ({earlier.letters}) and later neither
--   confirmed nor denied ({later.letters}).
-- rationale: After a denial an NCND reads as a yes: the force that could deny no longer does.
-- source: FOIA s1(1)(a); SEMANTICS.md 19, 31
-- remedy: Treat the pair as a disclosure when the next request comes; ask the national unit for the
--   line.

SELECT c.force_no, c.tool_no, l.request_no, NULL AS question_no, c.certainty AS certainty, 'earlier' AS role,
       e.response_no, e.responded_earliest, e.responded_latest
FROM change c
JOIN letter e ON e.letter_no = c.earlier_letter_no
JOIN letter l ON l.letter_no = c.later_letter_no
WHERE c.kind = 'between' AND c.from_position = 'deny' AND c.to_position = 'ncnd'
UNION ALL
SELECT c.force_no, c.tool_no, l.request_no, NULL, c.certainty, 'later',
       l.response_no, l.responded_earliest, l.responded_latest
FROM change c
JOIN letter l ON l.letter_no = c.later_letter_no
WHERE c.kind = 'between' AND c.from_position = 'deny' AND c.to_position = 'ncnd'
ORDER BY 1, 2, 3, 4, 6, 7
