-- With what a step became inconsistent, a line each. At most eight names.
SELECT CASE x.kind
           WHEN 'own-line' THEN 'its own letter before,'
           WHEN 'record' THEN iif(x.with_kind = 'letter', 'its own letter,', 'its own acknowledgement,')
           WHEN 'collaboration' THEN iif(x.with_kind = 'letter', 'the letter of a member,', 'the acknowledgement of its collaboration,')
           ELSE iif(x.effect = 'opens', 'opens a split with ', 'joins the split with ') || x.forces || ' that '
                || CASE x.other_side WHEN 'confirm' THEN iif(x.forces = 1, 'confirms', 'confirm') WHEN 'deny' THEN iif(x.forces = 1, 'denies', 'deny')
                                     ELSE iif(x.forces = 1, 'neither confirms nor denies', 'neither confirm nor deny') END
                || iif(x.effect = 'opens', ':', ', open since step ' || x.with_step) END AS words,
       CASE WHEN x.kind <> 'split' THEN group_concat(x.with_id || coalesce(' of ' || x.with_date, ''), ', ')
            WHEN x.effect = 'opens' THEN group_concat(CASE WHEN x.place <= 8 THEN x.with_who END, ', ')
                                         || iif(count(*) > 8, ' and ' || (count(*) - 8) || ' more', '') END AS names,
       CASE WHEN x.is_expected THEN 1 END AS is_expected,
       CASE WHEN min(x.certainty) = 'possible' AND x.effect IS NOT 'joins' THEN 1 END AS is_possible
FROM (SELECT *, row_number() OVER (PARTITION BY kind, effect, other_side ORDER BY with_who, with_id) AS place
      FROM v_chain_conflicts
      WHERE tool_no = :tool_no AND step = :step
      ORDER BY with_who, with_id) x
GROUP BY x.kind, x.effect, x.other_side
UNION ALL
SELECT 'the advice in force:', g.title, NULL, NULL
FROM v_chain_steps s
JOIN guidance g ON g.guidance_id = s.guidance_id
WHERE s.tool_no = :tool_no AND s.step = :step AND s.conforms = 'no';
