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

WITH moved AS (           -- one difference is enough: the first
    SELECT letter_no, before_no, min(part) AS part, before_response, response_no, citations_before, citations
    FROM repeated_grounds
    WHERE across = 'stages'
      AND (sections_before <> sections OR (ncnd_before <> ncnd AND ncnd_before <> '' AND ncnd <> ''))
    GROUP BY letter_no
)
SELECT l.force_no, l.tool_no, l.request_no, NULL AS question_no, s.role,
       CASE s.role WHEN 'earlier' THEN m.before_response ELSE m.response_no END AS response_no,
       x.responded_earliest, x.responded_latest, m.citations, m.citations_before
FROM moved m
CROSS JOIN (SELECT 'earlier' AS role UNION ALL SELECT 'later') s
JOIN letter l ON l.letter_no = m.letter_no
JOIN letter x ON x.letter_no = CASE s.role WHEN 'earlier' THEN m.before_no ELSE m.letter_no END
ORDER BY 1, 2, 3, 4, 5, 6
