-- id: T06
-- name: confirm-then-deny
-- title: Confirmed, then denied
-- severity: critical
-- basis: statute
-- shares-cause-with: G11
-- message: {force} confirmed about {tool} ({earlier.letters}) and later said that nothing is held
--   ({later.letters}).
-- rationale: Both letters can be true only if the information was destroyed or asked for differently; the
--   duty to confirm or deny is a duty to do so correctly.
-- source: FOIA s1(1)(a); SEMANTICS.md 19, 31
-- remedy: Check the searches behind both letters and correct the wrong one.

SELECT c.force_no, c.tool_no, l.request_no, NULL AS question_no, c.certainty AS certainty, 'earlier' AS role,
       e.response_no, e.responded_earliest, e.responded_latest
FROM change c
JOIN letter e ON e.letter_no = c.earlier_letter_no
JOIN letter l ON l.letter_no = c.later_letter_no
WHERE c.kind = 'between' AND c.from_position = 'confirm' AND c.to_position = 'deny'
UNION ALL
SELECT c.force_no, c.tool_no, l.request_no, NULL, c.certainty, 'later',
       l.response_no, l.responded_earliest, l.responded_latest
FROM change c
JOIN letter l ON l.letter_no = c.later_letter_no
WHERE c.kind = 'between' AND c.from_position = 'confirm' AND c.to_position = 'deny'
ORDER BY 1, 2, 3, 4, 6, 7
