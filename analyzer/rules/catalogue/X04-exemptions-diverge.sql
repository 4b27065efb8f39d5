-- id: X04
-- name: exemptions-diverge
-- title: The same NCND on different subsections
-- severity: low
-- basis: consistency
-- message: On {request}{question} about {tool}, {other.bases} rest their NCND on other subsections than
--   the {usual.count} that share the commonest basis ({usual.bases}).
-- rationale: Letters that take the same position on different subsections invite the question why, and
--   the difference may itself inform.
-- source: SEMANTICS.md 16, 17, 29, 32
-- remedy: Use the subsections of the advice in all letters.

WITH based AS (           -- ncnd answers of the units that differ, with their NCND subsections
    SELECT u.unit_no, u.tool_no, u.request_no, u.question_no, c.force_no, c.response_no,
           s.regime, s.ncnd_key, r.responded_earliest, r.responded_latest
    FROM unit u
    CROSS JOIN cell c ON c.unit_no = u.unit_no
    CROSS JOIN response r ON r.response_no = c.response_no
    CROSS JOIN exemption_set s ON s.set_no = r.set_no
    WHERE u.ncnd_bases > 1 AND c.position = 'ncnd' AND s.ncnd_key <> '' AND s.regime <> 'other'
), tally AS (
    SELECT unit_no, regime, ncnd_key,
           row_number() OVER (PARTITION BY unit_no, regime ORDER BY count(*) DESC, ncnd_key) AS place,
           count(*) OVER (PARTITION BY unit_no, regime) AS bases
    FROM based GROUP BY unit_no, regime, ncnd_key
)
SELECT NULL AS force_no, b.tool_no, b.request_no, b.question_no,
       CASE t.place WHEN 1 THEN 'usual' ELSE 'other' END AS role,
       b.response_no, b.responded_earliest, b.responded_latest
FROM based b
JOIN tally t ON t.unit_no = b.unit_no AND t.regime = b.regime AND t.ncnd_key = b.ncnd_key
WHERE t.bases > 1
ORDER BY b.tool_no, b.request_no, b.question_no, b.force_no
