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
    WHERE l.position_on_use <> 'silent' AND l.responded_earliest IS NOT NULL
), line AS (
    SELECT *, lag(letter_no) OVER (PARTITION BY force_no, tool_no, request_no ORDER BY stage_no) AS before_no
    FROM staged
    WHERE from_last = 1
), pair AS (
    SELECT n.letter_no, n.before_no, s.citations, t.citations AS citations_before
    FROM line n
    JOIN letter e ON e.letter_no = n.before_no
    JOIN exemption_set s ON s.set_no = n.set_no
    JOIN exemption_set t ON t.set_no = e.set_no
    WHERE e.position_on_use = n.position_on_use AND n.set_no <> e.set_no
)
SELECT l.force_no, l.tool_no, l.request_no, NULL AS question_no, 'earlier' AS role,
       e.response_no, e.responded_earliest, e.responded_latest, p.citations, p.citations_before
FROM pair p
JOIN letter l ON l.letter_no = p.letter_no
JOIN letter e ON e.letter_no = p.before_no
UNION ALL
SELECT l.force_no, l.tool_no, l.request_no, NULL, 'later',
       l.response_no, l.responded_earliest, l.responded_latest, p.citations, p.citations_before
FROM pair p
JOIN letter l ON l.letter_no = p.letter_no
ORDER BY 1, 2, 3, 4, 5, 6
