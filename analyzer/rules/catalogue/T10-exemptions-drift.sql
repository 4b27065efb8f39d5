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

WITH drift AS (           -- one difference is enough: the first
    SELECT letter_no, before_no, min(part) AS part, before_response, response_no, ncnd_before, ncnd
    FROM repeated_grounds
    WHERE across = 'requests' AND ncnd_before <> ncnd
    GROUP BY letter_no
)
SELECT l.force_no, l.tool_no, l.request_no, NULL AS question_no, p.same_advice AS certainty, s.role,
       CASE s.role WHEN 'earlier' THEN d.before_response ELSE d.response_no END AS response_no,
       x.responded_earliest, x.responded_latest,
       coalesce(nullif(d.ncnd_before, ''), 'nothing else') AS before, coalesce(nullif(d.ncnd, ''), 'nothing else') AS after
FROM drift d
JOIN repeated_position p ON p.letter_no = d.letter_no
CROSS JOIN (SELECT 'earlier' AS role UNION ALL SELECT 'later') s
JOIN letter l ON l.letter_no = d.letter_no
JOIN letter x ON x.letter_no = CASE s.role WHEN 'earlier' THEN d.before_no ELSE d.letter_no END
ORDER BY 1, 2, 3, 4, 6, 7
