-- id: T13
-- name: partial-ncnd-changed
-- title: The same answer, with a partial NCND once and without it once
-- severity: medium
-- basis: consistency
-- about: self-contradiction
-- message: {force} gave the same answer about {tool} ({answered}) in successive letters and under the same advice,
--   with a partial NCND in {with.letters} and without one in {without.letters}.
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
SELECT l.force_no, l.tool_no, l.request_no, NULL AS question_no, p.certainty,
       CASE (CASE s.side WHEN 'before' THEN p.partial_before ELSE p.partial_ncnd END)
           WHEN 'yes' THEN 'with' ELSE 'without' END AS role,
       x.response_no, x.responded_earliest, x.responded_latest, p.position AS answered
FROM pair p
CROSS JOIN (SELECT 'before' AS side UNION ALL SELECT 'after') s
JOIN letter l ON l.letter_no = p.letter_no
JOIN letter x ON x.letter_no = CASE s.side WHEN 'before' THEN p.before_no ELSE p.letter_no END
ORDER BY l.force_no, l.tool_no, l.request_no, 4, p.letter_no, s.side DESC
