-- id: X04
-- name: exemptions-diverge
-- title: The same NCND on different subsections
-- severity: low
-- basis: consistency
-- parties: other
-- message: On {request}{question} about {tool}, {other.bases} rest their NCND on other subsections than
--   the {usual.count} that share the commonest basis ({usual.bases}).
-- rationale: Letters that take the same position on different subsections invite the question why, and
--   the difference may itself inform.
-- source: SEMANTICS.md 16, 17, 29, 32
-- remedy: Use the subsections of the advice in all letters.

WITH based AS (           -- ncnd answers of the units that differ, with their NCND subsections
    SELECT u.tool_no, u.request_no, u.question_no, u.unit_no, c.force_no, c.response_no,
           s.regime, s.ncnd_key, r.responded_earliest, r.responded_latest,
           count(*) OVER (PARTITION BY u.unit_no, s.regime, s.ncnd_key) AS sharing
    FROM unit u
    CROSS JOIN cell c ON c.unit_no = u.unit_no
    CROSS JOIN response r ON r.response_no = c.response_no
    CROSS JOIN exemption_set s ON s.set_no = r.set_no
    WHERE u.ncnd_bases > 1 AND c.position = 'ncnd' AND s.ncnd_key <> '' AND s.regime <> 'other'
), compared AS (          -- with the commonest basis of the unit and Act; of two, the first in byte order
    SELECT *,
           first_value(ncnd_key) OVER (PARTITION BY unit_no, regime ORDER BY sharing DESC, ncnd_key) AS commonest,
           min(ncnd_key) OVER (PARTITION BY unit_no, regime) AS least,
           max(ncnd_key) OVER (PARTITION BY unit_no, regime) AS greatest
    FROM based
)
SELECT NULL AS force_no, tool_no, request_no, question_no,
       CASE ncnd_key WHEN commonest THEN 'usual' ELSE 'other' END AS role,
       response_no, responded_earliest, responded_latest
FROM compared
WHERE least <> greatest
ORDER BY tool_no, request_no, question_no, force_no
