SELECT s.tool_no, s.step, coalesce(s.date, 'undated') AS date, s.who, s.id, s.confirming, s.denying, s.ncnd,
       CASE s.kind WHEN 'letter' THEN s.position WHEN 'acknowledgement' THEN iif(a.publisher = 'force' AND a.force_no IS NOT NULL, 'confirm', NULL) END AS state,
       CASE WHEN s.kind = 'acknowledgement' AND a.publisher = 'force' AND a.force_no IS NOT NULL THEN 'C'
            WHEN s.kind = 'letter' THEN CASE s.position WHEN 'confirm' THEN 'C' WHEN 'deny' THEN 'D' ELSE 'N' END END AS letter,
       CASE s.kind WHEN 'letter' THEN CASE s.position WHEN 'confirm' THEN 'confirms:' WHEN 'deny' THEN 'denies:'
                                                      ELSE 'neither confirms nor denies:' END
                   WHEN 'withdrawal' THEN 'withdraws its acknowledgement:'
                   ELSE replace(a.kind, '_', ' ') || CASE a.publisher WHEN 'force' THEN '' WHEN 'collaboration' THEN ' by the collaboration'
                                                                     WHEN 'pcc' THEN ' by the commissioner' ELSE ' by a third party' END || ':' END AS what
FROM temp.page_chain p
JOIN v_chain_steps s ON s.tool_no = p.tool_no AND s.step = p.step
LEFT JOIN acknowledgement a ON a.acknowledgement_no = s.acknowledgement_no
WHERE p.tool_no = :tool_no
ORDER BY s.step;
