-- name: page_chains
-- Tools whose timeline the page shows
SELECT t.tool_no, t.tool, count(*) AS steps, nullif(count(*) - count(p.step), 0) AS further, count(p.step) AS shown
FROM temp.page_tool t
JOIN chain_step c ON c.tool_no = t.tool_no
LEFT JOIN temp.page_chain p ON p.tool_no = c.tool_no AND p.step = c.step
WHERE t.is_shown
GROUP BY t.tool_no
ORDER BY t.place;

-- name: page_chain_steps
SELECT s.tool_no, s.step, coalesce(s.date, CASE s.kind WHEN 'letter' THEN not_dated(l.received_earliest, l.received_latest, r.retrieved_earliest, r.retrieved_latest)
                                       WHEN 'acknowledgement' THEN not_dated(NULL, NULL, a.retrieved_earliest, a.retrieved_latest)
                                       ELSE 'undated' END) AS date, s.who, s.id, s.confirming, s.denying, s.ncnd,
       iif(s.kind = 'letter' AND w.coded_by = 'machine', 1, NULL) AS by_machine,
       CASE s.kind WHEN 'letter' THEN s.position WHEN 'acknowledgement' THEN iif(a.publisher = 'force' AND a.force_no IS NOT NULL, 'confirm', NULL) END AS state,
       CASE WHEN s.kind = 'acknowledgement' AND a.publisher = 'force' AND a.force_no IS NOT NULL THEN 'C'
            WHEN s.kind = 'letter' THEN CASE s.position WHEN 'confirm' THEN 'C' WHEN 'deny' THEN iif(l.qualified, 'Đ', 'D') ELSE 'N' END END AS letter,
       CASE s.kind WHEN 'letter' THEN CASE s.position WHEN 'confirm' THEN 'confirms:' WHEN 'deny' THEN iif(l.qualified, 'denies open use, NCND for the rest:', 'denies:')
                                                      ELSE 'neither confirms nor denies:' END
                   WHEN 'withdrawal' THEN 'withdraws its acknowledgement:'
                   WHEN 'ruling' THEN iif(k.body IN ('ico', 'sic'), upper(k.body), k.body) || ' ruling, ' || iif(k.body IN ('ico', 'sic'), 'complaint ', 'applicant''s appeal ') || replace(k.outcome, '_', ' ')
                        || coalesce(', ordered to ' || replace(nullif(k.ordered, 'none'), '_', ' '), '') || ':'
                   ELSE replace(a.kind, '_', ' ') || CASE a.publisher WHEN 'force' THEN '' WHEN 'collaboration' THEN ' by the collaboration'
                                                                     WHEN 'pcc' THEN ' by the commissioner' ELSE ' by a third party' END || ':' END AS what
FROM temp.page_chain p
JOIN v_chain_steps s ON s.tool_no = p.tool_no AND s.step = p.step
LEFT JOIN acknowledgement a ON a.acknowledgement_no = s.acknowledgement_no
LEFT JOIN letter l ON l.letter_no = s.letter_no
LEFT JOIN response r ON r.response_no = l.response_no
LEFT JOIN response_wording w ON w.response_no = l.response_no
LEFT JOIN ruling k ON k.ruling_no = s.ruling_no
WHERE p.tool_no = :tool_no
ORDER BY s.step;

-- name: page_chain_marks
-- With what a step became inconsistent, a line each. Of a split that opens the first are named.
SELECT CASE x.kind
           WHEN 'own-line' THEN 'its own letter before,'
           WHEN 'record' THEN iif(x.with_kind = 'letter', 'its own letter,', 'its own acknowledgement,')
           WHEN 'collaboration' THEN iif(x.with_kind = 'letter', 'the letter of a member,', 'the acknowledgement of its collaboration,')
           ELSE iif(x.effect = 'opens', 'opens a split with ', 'joins the split with ') || x.forces || ' that '
                || CASE x.other_side WHEN 'confirm' THEN plural(x.forces, 'confirms', 'confirm') WHEN 'deny' THEN plural(x.forces, 'denies', 'deny')
                                     ELSE plural(x.forces, 'neither confirms nor denies', 'neither confirm nor deny') END
                || iif(x.effect = 'opens', ':', ', open since step ' || x.with_step) END AS words,
       CASE WHEN x.kind <> 'split' THEN group_concat(x.with_id || coalesce(' of ' || x.with_date, ''), ', ')
            WHEN x.effect = 'opens' THEN group_concat(CASE WHEN x.place <= x.most THEN x.with_who END, ', ')
                                         || iif(count(*) > x.most, ' and ' || (count(*) - x.most) || ' more', '') END AS names,
       CASE WHEN x.is_expected THEN 1 END AS is_expected,
       CASE WHEN min(x.certainty) = 'possible' AND x.effect IS NOT 'joins' THEN 1 END AS is_possible
FROM (SELECT *, row_number() OVER (PARTITION BY kind, effect, other_side ORDER BY with_who, with_id) AS place,
             (SELECT names_of_split FROM temp.page_size) AS most
      FROM v_chain_conflicts
      WHERE tool_no = :tool_no AND step = :step
      ORDER BY with_who, with_id) x
GROUP BY x.kind, x.effect, x.other_side
UNION ALL
SELECT 'the advice in force:', g.title, NULL, NULL
FROM v_chain_steps s
JOIN guidance g ON g.guidance_id = s.guidance_id
WHERE s.tool_no = :tool_no AND s.step = :step AND s.conforms = 'no';
