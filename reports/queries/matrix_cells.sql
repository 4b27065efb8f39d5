SELECT CASE WHEN c.position IS NULL THEN 'none'
            WHEN c.stance = 'unread' THEN 'unread'
            WHEN c.position = 'confirm' AND c.partial_ncnd = 1 THEN 'partial'
            ELSE c.position END AS state,
       CASE WHEN c.position IS NULL THEN ''
            WHEN c.stance = 'unread' THEN 'U'
            WHEN c.position = 'confirm' THEN CASE c.partial_ncnd WHEN 1 THEN 'P' ELSE 'C' END
            WHEN c.position = 'deny' THEN 'D'
            WHEN c.position = 'ncnd' THEN 'N'
            ELSE '-' END AS letter,
       CASE WHEN c.position IS NULL THEN 'no response known'
            ELSE replace(c.stance, '_', ' ') || coalesce(', ' || c.date_responded, ', undated')
                 || CASE WHEN c.finding_id IS NULL THEN '' ELSE ', ' || c.finding_id END END AS words,
       c.finding_id
FROM temp.page_unit u
LEFT JOIN temp.page_cell c
       ON c.tool_no = u.tool_no AND c.band = u.band AND c.force_no = :force_no AND c.place = u.place
WHERE u.tool_no = :tool_no AND u.band = :band
ORDER BY u.place;
