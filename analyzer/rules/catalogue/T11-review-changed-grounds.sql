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

WITH basis AS (           -- by NCND subsection and by section, so that another spelling is no change
    SELECT s.set_no, s.citations, s.ncnd_key,
           (SELECT group_concat(section, ';') FROM (
                SELECT DISTINCT substr(c.citation, 1, instr(c.citation || '(', '(') - 1) AS section
                FROM exemption_citation c WHERE c.set_no = s.set_no ORDER BY section)) AS sections
    FROM exemption_set s
), staged AS (          -- letters on requests that a force answered at more than one stage
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
    JOIN basis s ON s.set_no = n.set_no
    JOIN basis t ON t.set_no = e.set_no
    WHERE e.position_on_use = n.position_on_use
      AND (s.sections <> t.sections OR (s.ncnd_key <> t.ncnd_key AND s.ncnd_key <> '' AND t.ncnd_key <> ''))
      -- A letter that cites differently from question to question has no one basis.
      AND (SELECT count(DISTINCT coalesce(r.set_no, 0)) FROM response_meaning m JOIN response r ON r.response_no = m.response_no
           WHERE m.letter_no = n.letter_no) = 1
      AND (SELECT count(DISTINCT coalesce(r.set_no, 0)) FROM response_meaning m JOIN response r ON r.response_no = m.response_no
           WHERE m.letter_no = e.letter_no) = 1
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
