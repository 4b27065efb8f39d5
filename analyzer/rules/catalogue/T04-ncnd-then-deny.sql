-- id: T04
-- name: ncnd-then-deny
-- title: Neither confirmed nor denied, then denied
-- severity: high
-- basis: consistency
-- message: {force} neither confirmed nor denied about {tool} ({earlier.letters}) and later said that
--   nothing is held ({later.letters}).
-- rationale: A denial after an NCND shows that the NCND stood for a no, and lets a reader weigh the other
--   forces' NCNDs.
-- source: FOIA s1(1)(a); SEMANTICS.md 19, 31
-- remedy: Find out which template or officer changed, and return to one line.

SELECT c.force_no, c.tool_no, l.request_no, NULL AS question_no, c.certainty AS certainty, 'earlier' AS role,
       e.response_no, e.responded_earliest, e.responded_latest
FROM change c
JOIN letter e ON e.letter_no = c.earlier_letter_no
JOIN letter l ON l.letter_no = c.later_letter_no
WHERE c.kind = 'between' AND c.from_position = 'ncnd' AND c.to_position = 'deny'
UNION ALL
SELECT c.force_no, c.tool_no, l.request_no, NULL, c.certainty, 'later',
       l.response_no, l.responded_earliest, l.responded_latest
FROM change c
JOIN letter l ON l.letter_no = c.later_letter_no
WHERE c.kind = 'between' AND c.from_position = 'ncnd' AND c.to_position = 'deny'
ORDER BY 1, 2, 3, 4, 6, 7
