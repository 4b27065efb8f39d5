-- name: page_headline
SELECT sentence FROM temp.tool_headline ORDER BY place LIMIT 4;

-- name: page_further_tools
SELECT sum(NOT is_shown) || plural(sum(NOT is_shown), ' further tool is', ' further tools are') AS further_tools FROM temp.page_tool HAVING sum(NOT is_shown) > 0;

-- name: page_finding_counts
SELECT count(*) || plural(count(*), ' finding', ' findings') AS findings, nullif(count(*) FILTER (WHERE certainty = 'possible'), 0) AS possible
FROM finding
WHERE status = 'open';

-- name: page_top_findings
SELECT v.finding_id, v.rule_id, r.title AS rule_title, v.severity, v.certainty, CASE v.certainty WHEN 'certain' THEN 1 END AS is_certain, v.force_id, f.name AS force,
       v.request_id, v.message, v.remedy,
       (SELECT 1 FROM temp.page_finding pf WHERE pf.finding_no = t.finding_no) AS shown,
       CASE WHEN v.change IN ('new', 'altered') THEN v.change END AS change_shown
FROM temp.page_top t
JOIN v_findings v ON v.finding_no = t.finding_no
JOIN rule r ON r.rule_id = v.rule_id
LEFT JOIN force f ON f.force_id = v.force_id
ORDER BY t.place;

-- name: page_readings
-- What rests on reading that nobody has looked at, and what was not read
SELECT nullif(machine, 0) AS machine, responses, nullif(unread, 0) AS unread, nullif(review, 0) AS review,
       nullif(without_force, 0) AS without_force, nullif(unreadable, 0) AS unreadable, letters,
       plural(machine, 'row rests', 'rows rest') AS machine_rows, plural(unread, 'row has', 'rows have') AS unread_rows,
       plural(review, 'row is', 'rows are') AS review_rows, plural(without_force, 'letter', 'letters') AS forceless_letters,
       plural(unreadable, 'file', 'files') AS unreadable_files
FROM (SELECT (SELECT count(*) FROM response_wording WHERE coded_by = 'machine') AS machine,
             (SELECT count(*) FROM response) AS responses,
             (SELECT count(*) FROM v_unread_letters) AS unread)
LEFT JOIN letters_read ON true
WHERE machine + unread > 0 OR letters IS NOT NULL
ORDER BY responses;
