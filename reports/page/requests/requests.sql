-- name: page_requests
-- The requests about a tool, the latest first; of the first twelve with a map it is shown
SELECT h.tool_no, h.request_no, h.request_id, 'request-' || h.request_file_name || q.second_tool AS anchor,
       nullif(r.title, r.request_id) AS request_title, coalesce(h.date_logged, 'on an unknown date') AS date_logged, h.sentence,
       CASE r.scope WHEN 'national' THEN 'national' WHEN 'some' THEN 'to some forces' WHEN 'one' THEN 'to one force' END AS scope,
       r.summary, CASE WHEN r.source_url LIKE 'http://%' OR r.source_url LIKE 'https://%' THEN r.source_url END AS link,
       CASE WHEN row_number() OVER (ORDER BY c.chart IS NULL, h.request_place DESC) <= 12 THEN c.chart END AS chart,
       c.title, c.subtitle, c.source,
       coalesce(c.title || ', ', '') || 'request-' || h.request_file_name || q.second_tool AS map_label,
       (SELECT n.matters || plural(n.matters, ' matter', ' matters')
        FROM temp.page_request_matters n WHERE n.request_no = h.request_no) AS matters,
       a.anchor AS answers_anchor, a.letters || plural(a.letters, ' letter', ' letters') AS answers
FROM page_headline h
JOIN temp.page_request q ON q.tool_no = h.tool_no AND q.request_no = h.request_no
JOIN request r ON r.request_no = h.request_no
LEFT JOIN temp.page_letter_request a ON a.tool_no = h.tool_no AND a.request_no = h.request_no
LEFT JOIN temp.page_chart c ON c.tool_no = h.tool_no AND c.request_no = h.request_no AND c.kind = 'stance-map'
WHERE h.tool_no = :tool_no
ORDER BY h.request_place DESC;

-- name: page_request_advice
-- The advice in force for the letters that answer a request about a tool, how many of them
-- follow it, and the forces that depart from it
SELECT g.guidance_id, g.title AS guidance, (SELECT group_concat(w.words, ' or ') FROM temp.stance_word w WHERE instr(';' || g.expected_stance || ';', ';' || w.stance || ';') > 0) AS expects,
       v.effective_from, v.effective_to, count(*) AS judged, sum(d.conforms = 'yes') AS follow, g.guidance_no,
       nullif(count(DISTINCT CASE d.conforms WHEN 'no' THEN d.force_no END), 0) AS departing
FROM temp.page_judged d
JOIN guidance g ON g.guidance_no = d.guidance_no
JOIN v_guidance v ON v.guidance_no = g.guidance_no
WHERE d.request_no = :request_no AND d.tool_no = :tool_no
GROUP BY g.guidance_no
ORDER BY v.effective_from, g.guidance_id
LIMIT 12;

-- name: page_request_departing
SELECT name, anchor, CASE WHEN n < min(forces, 60) THEN ', ' WHEN forces > 60 THEN ' and ' || (forces - 60) || ' more' END AS comma
FROM (SELECT f.name, p.anchor, row_number() OVER (ORDER BY f.name, f.force_id) AS n, count(*) OVER () AS forces
      FROM (SELECT DISTINCT force_no FROM temp.page_judged
            WHERE request_no = :request_no AND tool_no = :tool_no AND guidance_no = :guidance_no AND conforms = 'no') j
      JOIN force f ON f.force_no = j.force_no
      LEFT JOIN temp.page_force p ON p.force_no = j.force_no)
WHERE n <= 60
ORDER BY n;

-- name: page_requests_listed
-- The requests that have a place on the page, the latest first
SELECT q.request_id, 'request-' || q.file_name || q.second_tool AS anchor, t.tool, nullif(q.second_tool, '') AS second
FROM temp.page_request q
JOIN temp.page_tool t ON t.tool_no = q.tool_no
ORDER BY q.logged_earliest IS NULL, q.logged_earliest DESC, q.request_id, t.place;

-- name: page_awaited
-- How many answers are awaited; no row where none is
SELECT forces || plural(forces, ' force', ' forces') || ', ' || n || plural(n, ' answer', ' answers')
           || CASE overdue WHEN 0 THEN '' ELSE ', of which ' || overdue || plural(overdue, ' is', ' are') || ' overdue' END AS counted
FROM (SELECT count(DISTINCT force_no) AS forces, count(*) AS n, count(overdue) AS overdue FROM temp.page_awaiting)
WHERE n > 0
ORDER BY n;

-- name: page_awaited_requests
SELECT q.request_no AS awaited_no, q.request_id, nullif(max(max(a.n) - 60, 0), 0) AS further
FROM temp.page_awaiting a
JOIN request q ON q.request_no = a.request_no
GROUP BY q.request_no
ORDER BY q.logged_earliest IS NULL, q.logged_earliest DESC, q.request_id
LIMIT 40;

-- name: page_awaited_forces
SELECT a.force, p.anchor,
       CASE a.overdue WHEN 'certain' THEN 'due ' WHEN 'possible' THEN 'perhaps overdue, ' ELSE 'not due before ' END
           || date(a.due_latest * 86400, 'unixepoch') || iif(a.overdue = 'certain', ' and overdue', '') AS words,
       CASE WHEN n < 60 AND EXISTS (SELECT 1 FROM temp.page_awaiting x WHERE x.request_no = a.request_no AND x.n = a.n + 1) THEN '; ' END AS comma
FROM temp.page_awaiting a
LEFT JOIN temp.page_force p ON p.force_no = a.force_no
WHERE a.request_no = :awaited_no AND a.n <= 60
ORDER BY a.n;
