-- id: T11
-- name: review-changed-grounds
-- title: A later stage upheld the answer on other grounds
-- severity: low
-- basis: consistency
-- message: On {request}, {force} kept its answer about {tool} and changed its grounds from one stage to the next:
--   {citations_before} in {earlier.letters}, {citations} in {later.letters}.
-- rationale: Late reliance on another exemption is allowed. It shows that the first notice did not stand on its
--   own feet, and others who used the same notice may want to know.
-- source: FOIA s17(1); SEMANTICS.md 16, 31
-- remedy: Carry the corrected grounds into the template.

WITH staged AS (          -- letters on requests that a force answered at more than one stage
    SELECT l.*, row_number() OVER (PARTITION BY l.force_no, l.tool_no, l.request_no, l.stage_no
                                   ORDER BY l.letter_no DESC) AS from_last
    FROM (SELECT DISTINCT force_no, tool_no, request_no FROM letter WHERE stage_no > 0) x
    CROSS JOIN letter l ON l.force_no = x.force_no AND l.tool_no = x.tool_no AND l.request_no = x.request_no
    WHERE l.position_on_use <> 'silent'
), line AS (
    SELECT letter_no, position_on_use, lag(letter_no) OVER w AS stage_before_no, lag(position_on_use) OVER w AS position_before
    FROM staged
    WHERE from_last = 1
    WINDOW w AS (PARTITION BY force_no, tool_no, request_no ORDER BY stage_no)
), pair AS (
    SELECT letter_no, stage_before_no AS before_no, position_on_use AS position
    FROM line
    WHERE position_on_use = position_before
), side AS (
    SELECT letter_no AS pair_no, letter_no, 'later' AS role, position FROM pair
    UNION ALL
    SELECT letter_no, before_no, 'earlier', position FROM pair
), cited AS MATERIALIZED ( -- by question, of the rows of the letter's position, what they rest on; a whole letter is 0
    SELECT s.pair_no, s.role, coalesce(r.question_no, 0) AS part, r.response_no,
           CASE a.position WHEN s.position THEN b.set_no END AS set_no, b.citations, b.ncnd_key, b.sections
    FROM side s
    CROSS JOIN response_meaning m ON m.letter_no = s.letter_no
    CROSS JOIN profile a ON a.profile_no = m.profile_no
    CROSS JOIN response r ON r.response_no = m.response_no
    LEFT JOIN set_basis b ON b.set_no = r.set_no
), known AS (             -- with the whole of what the letter cites as part -1
    SELECT pair_no, role, part, response_no, set_no, citations, ncnd_key, sections FROM cited
    UNION ALL
    SELECT pair_no, role, -1, response_no, set_no, citations, ncnd_key, sections FROM cited
), rests AS MATERIALIZED ( -- a part that cites nothing known, or two things, rests on nothing
    SELECT pair_no, role, part, count(DISTINCT CASE WHEN set_no THEN ncnd_key || '|' || sections END) = 1 AS is_one,
           min(CASE WHEN set_no THEN response_no END) AS response_no,
           min(CASE WHEN set_no THEN citations END) AS citations,
           max(CASE WHEN set_no THEN ncnd_key END) AS ncnd_key, max(CASE WHEN set_no THEN sections END) AS sections
    FROM known
    GROUP BY pair_no, role, part
), compared AS (          -- whole letters, or part by part, each with what the whole-letter row says of it
    SELECT w.pair_no, w.part
    FROM rests w
    JOIN rests o ON o.pair_no = w.pair_no AND o.role = 'earlier' AND o.part = -1
    WHERE w.role = 'later' AND w.part = -1 AND w.is_one AND o.is_one
    UNION
    SELECT p.pair_no, p.part
    FROM rests p
    JOIN rests w ON w.pair_no = p.pair_no AND w.role = 'later' AND w.part = -1
    JOIN rests o ON o.pair_no = p.pair_no AND o.role = 'earlier' AND o.part = -1
    WHERE p.part >= 0 AND NOT (w.is_one AND o.is_one)
), both AS (             -- one difference is enough: the first
    SELECT c.pair_no, min(c.part) AS part, e.response_no AS before_response, l.response_no AS later_response,
           e.citations AS citations_before, l.citations, e.ncnd_key AS before, l.ncnd_key AS after
    FROM compared c
    JOIN rests e ON e.pair_no = c.pair_no AND e.role = 'earlier' AND e.part = coalesce((
            SELECT x.part FROM rests x WHERE x.pair_no = c.pair_no AND x.role = 'earlier' AND x.part = c.part), 0)
    JOIN rests l ON l.pair_no = c.pair_no AND l.role = 'later' AND l.part = coalesce((
            SELECT x.part FROM rests x WHERE x.pair_no = c.pair_no AND x.role = 'later' AND x.part = c.part), 0)
    WHERE e.is_one AND l.is_one
      AND (e.sections <> l.sections OR (e.ncnd_key <> l.ncnd_key AND e.ncnd_key <> '' AND l.ncnd_key <> ''))
    GROUP BY c.pair_no
)
SELECT l.force_no, l.tool_no, l.request_no, NULL AS question_no, s.role,
       CASE s.role WHEN 'earlier' THEN d.before_response ELSE d.later_response END AS response_no,
       x.responded_earliest, x.responded_latest, d.citations, d.citations_before
FROM both d
JOIN pair p ON p.letter_no = d.pair_no
CROSS JOIN (SELECT 'earlier' AS role UNION ALL SELECT 'later') s
JOIN letter l ON l.letter_no = p.letter_no
JOIN letter x ON x.letter_no = CASE s.role WHEN 'earlier' THEN p.before_no ELSE p.letter_no END
ORDER BY 1, 2, 3, 4, 5, 6
