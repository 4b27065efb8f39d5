-- id: X11
-- name: partial-ncnd-split
-- title: The same answer with a partial NCND and without
-- severity: medium
-- basis: consistency
-- parties: fewer
-- message: On {request}{question} about {tool}, {sharing} forces gave the same answer ({position}); {fewer.forces}
--   gave it {with} a partial NCND, {others.forces} {without} one.
-- rationale: A partial NCND beside a plain answer keeps the door shut for covert use. Where some forces give it and
--   others leave it out, a reader may take the difference for a sign of what it covers.
-- source: SEMANTICS.md 16, 17; CRU circular 995/24 (partial NCND beside a confirmation)
-- remedy: Agree whether the answer carries a partial NCND, and give it alike.

WITH known AS (           -- forces that share a position in a unit, and of which it is known
    SELECT c.unit_no, c.position, c.force_no, c.response_no, r.partial_ncnd, r.responded_earliest, r.responded_latest,
           count(*) OVER side AS sharing, sum(r.partial_ncnd) OVER side AS with_it
    FROM unit u
    CROSS JOIN cell c ON c.unit_no = u.unit_no
    CROSS JOIN response r ON r.response_no = c.response_no
    WHERE (u.confirming > 1 OR u.denying > 1) AND c.position IN ('confirm', 'deny') AND r.partial_ncnd IS NOT NULL
    WINDOW side AS (PARTITION BY c.unit_no, c.position)
), split AS (             -- the fewer; of two sides alike those without
    SELECT *, with_it < sharing - with_it AS fewer_have
    FROM known
    WHERE with_it BETWEEN 1 AND sharing - 1
)
SELECT NULL AS force_no, u.tool_no, u.request_no, u.question_no, CASE s.position WHEN 'confirm' THEN 1 ELSE 2 END AS position_no,
       CASE WHEN s.partial_ncnd = s.fewer_have THEN 'fewer' ELSE 'others' END AS role,
       s.response_no, s.responded_earliest, s.responded_latest, s.sharing,
       CASE WHEN s.fewer_have THEN 'with' ELSE 'without' END AS "with",
       CASE WHEN s.fewer_have THEN 'without' ELSE 'with' END AS without
FROM split s
JOIN unit u ON u.unit_no = s.unit_no
ORDER BY u.tool_no, u.request_no, u.question_no, position_no, s.force_no
