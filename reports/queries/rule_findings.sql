-- The findings of a rule at a severity, with what filters and sorts them
SELECT p.finding_no, p.finding_id, fi.rule_id, fi.severity, fi.certainty, CASE fi.certainty WHEN 'possible' THEN 1 END AS is_possible,
       f.name AS force, pf.anchor AS force_anchor, t.name AS tool, q.request_id, qu.question_id, fi.date, fi.message,
       CASE WHEN ch.change <> 'persisting' THEN ch.change END AS change_shown, coalesce(ch.change, '') AS change, p.place,
       coalesce('request-' || pq.file_name || pq.second_tool, '') AS request_anchor,
       coalesce((SELECT '|' || group_concat(force_id, '|') || '|'
                 FROM (SELECT force_id FROM temp.page_finding_force a WHERE a.finding_no = p.finding_no ORDER BY force_id LIMIT 100)), '')
           AS forces_concerned,
       (SELECT nullif(count(*), 0) FROM finding_evidence e WHERE e.finding_no = p.finding_no) AS rows
FROM temp.page_finding p
JOIN finding fi ON fi.finding_no = p.finding_no
LEFT JOIN finding_change ch ON ch.finding_id = fi.finding_id
LEFT JOIN force f ON f.force_no = fi.force_no
LEFT JOIN temp.page_force pf ON pf.force_no = fi.force_no
LEFT JOIN tool t ON t.tool_no = fi.tool_no
LEFT JOIN request q ON q.request_no = fi.request_no
LEFT JOIN temp.page_request pq ON pq.request_no = fi.request_no AND pq.tool_no = fi.tool_no
LEFT JOIN question qu ON qu.question_no = fi.question_no
WHERE p.severity = :severity AND p.rule_id = :rule_id
ORDER BY p.place;
