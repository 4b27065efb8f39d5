-- name: page_findings_chart
SELECT tool_no, title
FROM temp.page_chart
WHERE kind = 'findings'
ORDER BY place;

-- name: page_findings_listed
-- A row where there is something to filter
SELECT count(*) AS listed FROM temp.page_matter HAVING count(*) > 0;

-- name: page_severities
-- Severities with matters
SELECT severity, n, nullif(n - shown, 0) AS further, shown
FROM (SELECT s.severity, s.rank, count(*) AS n,
             (SELECT count(*) FROM temp.page_matter p WHERE p.severity = s.severity) AS shown
      FROM severity s
      JOIN temp.page_order m ON m.severity = s.severity
      GROUP BY s.severity)
ORDER BY rank DESC;

-- name: page_filter_rules
SELECT r.rule_id, r.title, count(DISTINCT p.matter_no) AS n
FROM temp.page_matter p
JOIN finding f ON f.matter_no = p.matter_no
JOIN rule r ON r.rule_id = f.rule_id
GROUP BY r.rule_id
ORDER BY r.rule_id;

-- name: page_filter_forces
SELECT f.force_id, f.name AS force, count(*) AS n
FROM temp.page_matter_force p JOIN force f ON f.force_id = p.force_id
GROUP BY f.force_id
ORDER BY f.name, f.force_id;

-- name: page_filter_requests
SELECT q.request_id, count(DISTINCT p.matter_no) AS n
FROM temp.page_matter p
JOIN finding fi ON fi.matter_no = p.matter_no
JOIN request q ON q.request_no = fi.request_no
GROUP BY q.request_no
ORDER BY q.request_id;

-- name: page_filter_changes
SELECT c.change, count(*) AS n
FROM temp.page_matter p JOIN matter_change c ON c.matter_no = p.matter_no
GROUP BY c.change
ORDER BY c.change = 'persisting', c.change DESC;

-- name: page_severity_rules
-- Within a severity: the rules that lead a matter shown
SELECT r.rule_id, r.title, r.basis, r.remedy,
       (SELECT count(*) FROM temp.page_matter p WHERE p.severity = :severity AND p.rule_id = r.rule_id) AS n
FROM rule r
WHERE EXISTS (SELECT 1 FROM temp.page_matter p WHERE p.severity = :severity AND p.rule_id = r.rule_id)
ORDER BY r.rule_id;

-- name: page_rule_matters
-- The matters that a rule leads at a severity, with what filters and sorts them
SELECT p.matter_no, p.matter_id, p.made_of, fi.severity, CASE fi.certainty WHEN 'possible' THEN 1 END AS is_possible,
       f.name AS force, pf.anchor AS force_anchor, t.name AS tool, q.request_id,
       replace(v.request_ids, ';', ', ') AS requests, shorten(replace(v.question_ids, ';', ', '), 80) AS questions, fi.message,
       replace(v.rule_ids, ';', ', ') AS rule_ids, v.last_date AS date,
       CASE WHEN v.first_date = v.last_date OR v.first_date IS NULL THEN 'Letter of ' || v.last_date
            ELSE 'Letters from ' || v.first_date || ' to ' || v.last_date END AS dates,
       CASE WHEN v.change <> 'persisting' THEN nullif(v.change, '') END AS change_shown, v.change, p.place,
       coalesce('request-' || pq.file_name || pq.second_tool, '') AS request_anchor,
       '|' || replace(v.rule_ids, ';', '|') || '|' AS rules_concerned,
       coalesce('|' || (SELECT group_concat(request_id, '|') FROM (
                SELECT DISTINCT rq.request_id FROM finding i JOIN request rq ON rq.request_no = i.request_no
                WHERE i.matter_no = p.matter_no ORDER BY rq.request_id)) || '|', '') AS requests_concerned,
       coalesce((SELECT '|' || group_concat(force_id, '|') || '|'
                 FROM (SELECT force_id FROM temp.page_matter_force a WHERE a.matter_no = p.matter_no ORDER BY force_id LIMIT 100)), '')
           AS forces_concerned,
       nullif(p.findings - (SELECT count(*) FROM temp.page_finding x WHERE x.matter_no = p.matter_no), 0) AS further
FROM temp.page_matter p
JOIN v_matters v ON v.matter_no = p.matter_no
JOIN finding fi ON fi.finding_no = p.finding_no
LEFT JOIN force f ON f.force_no = fi.force_no
LEFT JOIN temp.page_force pf ON pf.force_no = fi.force_no
LEFT JOIN tool t ON t.tool_no = fi.tool_no
LEFT JOIN request q ON q.request_no = fi.request_no
LEFT JOIN temp.page_request pq ON pq.request_no = fi.request_no AND pq.tool_no = fi.tool_no
WHERE p.severity = :severity AND p.rule_id = :rule_id
ORDER BY p.place;

-- name: page_matter_findings
-- The findings of a matter, the leading one, whose words stand above, first
SELECT p.finding_no, p.finding_id, fi.rule_id, fi.severity, CASE fi.certainty WHEN 'possible' THEN 1 END AS is_possible,
       CASE WHEN fi.finding_no <> k.leading_no THEN 1 END AS is_further, qu.question_id, fi.message,
       CASE WHEN fi.rule_id <> l.rule_id THEN r.title END AS rule_title,
       CASE WHEN ch.change <> 'persisting' THEN ch.change END AS change_shown,
       (SELECT nullif(count(*), 0) FROM finding_evidence e WHERE e.finding_no = p.finding_no) AS rows,
       m.machine_rows, m.letter_rows, plural(m.letter_rows, 'row', 'rows') AS rows_word
FROM temp.page_finding p
JOIN finding fi ON fi.finding_no = p.finding_no
JOIN matter k ON k.matter_no = p.matter_no
JOIN finding l ON l.finding_no = k.leading_no
JOIN rule r ON r.rule_id = fi.rule_id
LEFT JOIN temp.page_machine_read m ON m.finding_no = p.finding_no
LEFT JOIN finding_change ch ON ch.finding_id = fi.finding_id
LEFT JOIN question qu ON qu.question_no = fi.question_no
WHERE p.matter_no = :matter_no
ORDER BY p.place;

-- name: page_evidence
-- The rows a finding rests on: of each role the first
SELECT role, kind, id, force, date, replace(says, '_', ' ') AS says, shorten(shown_words(note), 500) AS note, source_url, file, line,
       iif(coded_by = 'machine', 1, NULL) AS by_machine, iif(coded_by = 'person', 1, NULL) AS by_person,
       shorten(shown_words(coalesce(regexp_substr(coded_words, '(?s)^[0-9]+-[0-9]+: \K.+'), coded_words)), 300) AS coded_words,
       regexp_substr(coded_words, '^[0-9]+-[0-9]+(?=: )') AS span, (SELECT folder FROM temp.page_letters_folder) || text_file AS letter_file,
       CASE WHEN source_url LIKE 'http://%' OR source_url LIKE 'https://%' THEN source_url END AS link,
       CASE WHEN source_url LIKE 'http://%' OR source_url LIKE 'https://%' THEN NULL ELSE source_url END AS source
FROM (SELECT e.*, coalesce(f.name, e.force_id) AS force,
             row_number() OVER (PARTITION BY e.role ORDER BY e.force_id, e.kind, e.id, e.line) AS n
      FROM v_evidence e
      LEFT JOIN force f ON f.force_id = e.force_id
      WHERE e.finding_no = :finding_no)
WHERE n <= (SELECT evidence_shown FROM temp.page_size)
ORDER BY role, force, kind, id, line;

-- name: page_evidence_rest
-- How many more there are
SELECT sum(n - evidence_shown) || plural(sum(n - evidence_shown), ' further row', ' further rows') AS further
FROM (SELECT count(*) AS n FROM finding_evidence WHERE finding_no = :finding_no GROUP BY role)
CROSS JOIN temp.page_size
WHERE n > evidence_shown
HAVING sum(n - evidence_shown) > 0;
