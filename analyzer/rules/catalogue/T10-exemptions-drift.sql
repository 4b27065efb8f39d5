-- id: T10
-- name: exemptions-drift
-- title: The same NCND on other subsections than before
-- severity: low
-- basis: consistency
-- message: {force} neither confirmed nor denied about {tool} in two successive letters, on different subsections
--   and under the same advice: {before} in {earlier.letters}, {after} in {later.letters}.
-- rationale: Where neither the answer nor the advice has changed, a change of grounds hints that something else
--   has. Subsections of section 40 are left out: they follow the persons named in a request.
-- source: SEMANTICS.md 31, 32
-- remedy: Cite the subsections of the advice in every letter.

WITH pair AS (            -- successive NCNDs under one advice, that may cite otherwise
    SELECT letter_no, before_no, position, same_advice
    FROM repeated_position
    WHERE position = 'ncnd' AND is_another_request AND may_cite_otherwise AND same_advice IS NOT NULL
), side AS (
    SELECT letter_no AS pair_no, letter_no, 'later' AS role, position FROM pair
    UNION ALL
    SELECT letter_no, before_no, 'earlier', position FROM pair
), cited AS MATERIALIZED ( -- by topic, of the rows of the letter's position, what they rest on; a whole letter is 0
    SELECT s.pair_no, s.role, CASE WHEN r.question_no IS NULL THEN 0
           ELSE (SELECT t.topic_no + 1 FROM topic t WHERE t.topic = a.topic) END AS part, r.response_no,
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
    SELECT pair_no, role, part, count(DISTINCT CASE WHEN set_no THEN ncnd_key END) = 1 AS is_one,
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
      AND e.ncnd_key <> l.ncnd_key
    GROUP BY c.pair_no
)
SELECT l.force_no, l.tool_no, l.request_no, NULL AS question_no, p.same_advice AS certainty, s.role,
       CASE s.role WHEN 'earlier' THEN d.before_response ELSE d.later_response END AS response_no,
       x.responded_earliest, x.responded_latest,
       coalesce(nullif(d.before, ''), 'nothing else') AS before, coalesce(nullif(d.after, ''), 'nothing else') AS after
FROM both d
JOIN pair p ON p.letter_no = d.pair_no
CROSS JOIN (SELECT 'earlier' AS role UNION ALL SELECT 'later') s
JOIN letter l ON l.letter_no = p.letter_no
JOIN letter x ON x.letter_no = CASE s.role WHEN 'earlier' THEN p.before_no ELSE p.letter_no END
ORDER BY 1, 2, 3, 4, 6, 7
