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

WITH basis AS (           -- the NCND subsections of a set, less those about personal data
    SELECT s.set_no, s.regime,
           (SELECT group_concat(value, ';') FROM (
                SELECT value FROM json_each('["' || replace(s.ncnd_key, ';', '","') || '"]')
                WHERE value NOT IN ('', '40') AND value NOT LIKE '40(%' ORDER BY value)) AS key
    FROM exemption_set s
    WHERE s.regime <> 'other'
), line AS (              -- letters with a position, each with the one before
    SELECT letter_no, position_on_use, set_no, lag(letter_no) OVER w AS before_no,
           lag(position_on_use) OVER w AS position_before, lag(set_no) OVER w AS set_before
    FROM letter
    WHERE position_on_use <> 'silent' AND responded_earliest IS NOT NULL
    WINDOW w AS (PARTITION BY force_no, tool_no ORDER BY letter_no)
), pair AS (
    SELECT l.letter_no, e.letter_no AS before_no, lm.profile_no, em.profile_no AS profile_before,
           e.responded_latest < l.responded_earliest AS in_order, eb.key AS before, lb.key AS after
    FROM line n
    CROSS JOIN letter l ON l.letter_no = n.letter_no
    CROSS JOIN letter e ON e.letter_no = n.before_no
    CROSS JOIN basis lb ON lb.set_no = n.set_no
    CROSS JOIN basis eb ON eb.set_no = n.set_before
    CROSS JOIN response_meaning lm ON lm.response_no = l.response_no
    CROSS JOIN response_meaning em ON em.response_no = e.response_no
    WHERE n.position_on_use = 'ncnd' AND n.position_before = 'ncnd' AND n.set_no <> n.set_before
      AND e.request_no <> l.request_no AND e.responded_earliest < l.responded_latest
      AND lb.regime = eb.regime AND lb.key <> eb.key
      -- A letter that cites differently from question to question has no one basis.
      AND (SELECT count(DISTINCT coalesce(r.set_no, 0)) FROM response_meaning m JOIN response r ON r.response_no = m.response_no
           WHERE m.letter_no = l.letter_no) = 1
      AND (SELECT count(DISTINCT coalesce(r.set_no, 0)) FROM response_meaning m JOIN response r ON r.response_no = m.response_no
           WHERE m.letter_no = e.letter_no) = 1
), advised AS (           -- in how many pairs of readings the advice is the same
    SELECT p.letter_no, p.before_no, p.in_order, p.before, p.after,
           sum(coalesce(a.guidance_no, 0) = coalesce(b.guidance_no, 0)) AS same, count(*) AS pairs
    FROM pair p
    JOIN profile_reading a ON a.profile_no = p.profile_no
    JOIN profile_reading b ON b.profile_no = p.profile_before
    GROUP BY p.letter_no
), drift AS (
    SELECT letter_no, before_no, before, after, CASE WHEN in_order AND same = pairs THEN 'certain' ELSE 'possible' END AS certainty
    FROM advised
    WHERE same > 0
)
SELECT l.force_no, l.tool_no, l.request_no, NULL AS question_no, d.certainty, 'earlier' AS role,
       e.response_no, e.responded_earliest, e.responded_latest, d.before, d.after
FROM drift d
JOIN letter l ON l.letter_no = d.letter_no
JOIN letter e ON e.letter_no = d.before_no
UNION ALL
SELECT l.force_no, l.tool_no, l.request_no, NULL, d.certainty, 'later',
       l.response_no, l.responded_earliest, l.responded_latest, d.before, d.after
FROM drift d
JOIN letter l ON l.letter_no = d.letter_no
ORDER BY 1, 2, 3, 4, 6, 7
