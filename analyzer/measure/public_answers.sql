-- Used by public_answers.c.

-- name: count_territorial_forces
SELECT count(*) AS forces FROM force WHERE kind IS 'territorial';

-- name: public_answers
-- Every public position (SEMANTICS 36; a qualified denial leaves the world in doubt and counts as
-- NCND, 47), and for each what others have acknowledged about
-- the force and tool that is certainly in force at as-of: once an acknowledgement, as a
-- collaboration's where it counts as both (SEMANTICS 13, 37). A third party counts where
-- its row names the force, or all of them (52). A tool that some letter is about and nobody has a position on
-- gives one row without a force.
WITH evidence AS (
    SELECT k.force_no, k.tool_no, k.acknowledgement_no, min(k.level) AS level
    FROM acknowledgement_for k
    JOIN acknowledgement a ON a.acknowledgement_no = k.acknowledgement_no
    CROSS JOIN audit
    WHERE k.certain_from <= audit.as_of_day AND k.certain_to >= audit.as_of_day
      AND (k.level = 'collaboration' OR (k.level = 'third_party' AND (a.force_no = k.force_no OR a.is_of_all)))
    GROUP BY k.force_no, k.tool_no, k.acknowledgement_no
),
counted AS (
    SELECT force_no, tool_no, sum(level = 'third_party') AS third_party, sum(level = 'collaboration') AS collaboration
    FROM evidence
    GROUP BY force_no, tool_no
)
SELECT t.tool_no, p.force_no, iif(p.qualified, 'ncnd', p.position) AS position, p.qualified AS is_qualified, p.acknowledgement_no IS NOT NULL AS is_acknowledged,
       f.kind IS 'territorial' AS is_territorial, c.third_party, c.collaboration, p.letter_no
FROM (SELECT tool_no FROM letter UNION SELECT tool_no FROM public_position) t
LEFT JOIN public_position p ON p.tool_no = t.tool_no
LEFT JOIN force f ON f.force_no = p.force_no
LEFT JOIN counted c ON c.tool_no = p.tool_no AND c.force_no = p.force_no
ORDER BY t.tool_no, p.force_no;
