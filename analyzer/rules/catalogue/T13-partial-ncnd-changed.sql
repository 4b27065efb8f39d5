-- id: T13
-- name: partial-ncnd-changed
-- title: The same answer, with a partial NCND once and without it once
-- severity: medium
-- basis: consistency
-- message: {force} gave the same answer about {tool} ({answered}) in two successive letters and under the same
--   advice, {before} a partial NCND in {earlier.letters} and {after} one in {later.letters}.
-- rationale: Where neither the answer nor the advice has changed, a partial NCND that comes or goes hints that
--   what it covers has changed.
-- source: SEMANTICS.md 19, 31; CRU circular 995/24 (partial NCND beside a confirmation)
-- remedy: Decide whether the answer carries a partial NCND, and give it in every letter.

WITH pair AS (
    SELECT letter_no, before_no, position, partial_before, partial_ncnd, same_advice AS certainty
    FROM repeated_position
    WHERE position IN ('confirm', 'deny') AND partial_ncnd <> partial_before
      AND partial_ncnd <> 'unknown' AND partial_before <> 'unknown' AND same_advice IS NOT NULL
)
SELECT l.force_no, l.tool_no, l.request_no, NULL AS question_no, p.certainty, s.role,
       x.response_no, x.responded_earliest, x.responded_latest, p.position AS answered,
       CASE p.partial_before WHEN 'yes' THEN 'with' ELSE 'without' END AS before,
       CASE p.partial_ncnd WHEN 'yes' THEN 'with' ELSE 'without' END AS after
FROM pair p
CROSS JOIN (SELECT 'earlier' AS role UNION ALL SELECT 'later') s
JOIN letter l ON l.letter_no = p.letter_no
JOIN letter x ON x.letter_no = CASE s.role WHEN 'earlier' THEN p.before_no ELSE p.letter_no END
ORDER BY 1, 2, 3, 4, 6, 7
