-- What several sections, or the page and the brief, show.

-- name: page_change
-- What became of the matters since the baseline, and how many are listed; no row without one
SELECT pack, as_of, new, altered, persisting, resolved, joined, split, inputs, nullif(rules, 0) AS rules,
       nullif(min(new_all, changes_shown), 0) AS new_listed, nullif(max(new_all - changes_shown, 0), 0) AS new_further,
       nullif(min(altered_all, changes_shown), 0) AS altered_listed, nullif(max(altered_all - changes_shown, 0), 0) AS altered_further,
       nullif(min(resolved_all, changes_shown), 0) AS resolved_listed, nullif(max(resolved_all - changes_shown, 0), 0) AS resolved_further,
       nullif(min(waived_all, changes_shown), 0) AS waived_listed, nullif(max(waived_all - changes_shown, 0), 0) AS waived_further,
       nullif(min(inputs, changes_shown), 0) AS inputs_listed, nullif(max(inputs - changes_shown, 0), 0) AS inputs_further
FROM (SELECT b.pack, b.as_of, m.new, m.altered, m.persisting, m.resolved,
             m.new AS new_all, m.altered AS altered_all, m.resolved AS resolved_all, nullif(m.joined, 0) AS joined,
             nullif(m.split, 0) AS split,
             (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
              WHERE c.change = 'altered' AND f.status = 'waived') AS waived_all,
             (SELECT count(*) FROM input_change) AS inputs,
             (SELECT count(*) FROM rule_change) AS rules
      FROM baseline b
      CROSS JOIN matter_accounting m)
CROSS JOIN temp.page_size;

-- name: page_severity_counts
-- Matters by severity, with nothing found too
SELECT s.severity, count(m.matter_no) AS n
FROM severity s
LEFT JOIN temp.page_order m ON m.severity = s.severity
GROUP BY s.severity
ORDER BY s.rank DESC;

-- name: page_further_matters
-- How many there are beyond those that matter most
SELECT count(*) AS further_matters
FROM temp.page_order
WHERE matter_no NOT IN (SELECT matter_no FROM temp.page_top)
HAVING count(*) > 0;

-- name: page_first_map
-- The map beside the headline: of the most answered tool
SELECT chart, title, subtitle, source
FROM temp.page_chart
WHERE kind = 'stance-map' AND request_no = 0
ORDER BY place, chart
LIMIT 1;

-- name: page_request_tools
-- Tools whose requests are told one by one
SELECT t.tool_no, t.tool, count(*) AS requests
FROM temp.page_tool t JOIN temp.page_request q ON q.tool_no = t.tool_no
GROUP BY t.tool_no
ORDER BY t.place;

-- name: page_map_states
-- The data of one map in words: each state with its forces, of a position with its year and whether it is old. Silences
-- that no force is in are left out. On the map of a request those of which nothing is known are not named once more
-- where they are many.
SELECT w.state AS kind, w.look AS state, w.word, w.letter, count(s.force_no) AS n,
       CASE WHEN w.state = 'unknown' AND :request_no > 0 AND count(s.force_no) > 12 THEN 'all the others' END AS all_others
FROM temp.state_word w
LEFT JOIN temp.page_state s ON s.tool_no = :tool_no AND s.request_no = :request_no AND s.state = w.state
GROUP BY w.state
HAVING n > 0 OR w.place <= 3
ORDER BY w.place;

-- name: page_state_forces
-- The forces in one state
SELECT name, anchor, told, CASE WHEN n < min(forces, 200) THEN ', ' END AS comma
FROM (SELECT substr(f.name, 1, 200) AS name, p.anchor,
             coalesce(' (' || nullif(ltrim(iif(s.qualified, ', NCND for the rest', '') || coalesce(', ' || s.year, '')
                                           || iif(s.is_old, ', old', ''), ', '), '') || ')', '') AS told,
             row_number() OVER (ORDER BY f.name, f.force_id) AS n, count(*) OVER () AS forces
      FROM temp.page_state s
      JOIN force f ON f.force_no = s.force_no
      LEFT JOIN temp.page_force p ON p.force_no = s.force_no
      WHERE s.tool_no = :tool_no AND s.request_no = :request_no AND s.state = :kind)
WHERE n <= 200
ORDER BY n;

-- name: page_figure
-- The charts of a kind about a tool; of those about no one tool :tool_no is 0
SELECT chart, title, subtitle, source
FROM temp.page_chart
WHERE kind = :kind AND tool_no = :tool_no AND request_no = 0
ORDER BY place, chart;

-- name: page_chart_linked
-- A picture in which forces stand as links, over the drawing
SELECT a.wide, p.tool_no, p.request_no
FROM temp.page_chart p
JOIN temp.page_chart_area a ON a.chart = p.chart
WHERE p.chart = :chart
ORDER BY a.force_no
LIMIT 1;

-- name: page_chart_areas
-- Each leads to the letter that answers the request of the map, else to the dossier. Forces without a dossier have a list of their own.
SELECT *
FROM (SELECT coalesce((SELECT l.anchor FROM temp.page_letter l
                       WHERE l.force_no = a.force_no AND l.tool_no = :tool_no AND l.request_no = :request_no
                       ORDER BY l.speaks DESC, l.responded_latest DESC, l.place LIMIT 1),
                      (SELECT d.anchor FROM temp.page_force d WHERE d.force_no = a.force_no),
                      iif(f.kind IS 'territorial', 'forces-unknown', NULL)) AS anchor,
             substr(f.name, 1, 200) AS force,
             CASE w.state WHEN 'confirm' THEN 'confirms' WHEN 'deny' THEN 'denies' WHEN 'ncnd' THEN 'neither confirms nor denies'
                          ELSE w.word END || iif(s.qualified, ', NCND for the rest', '') || coalesce(', ' || s.year, '') || iif(s.is_old, ', old', '') AS words,
             a.outline, a.place, f.force_id
      FROM temp.page_chart_area a
      JOIN force f ON f.force_no = a.force_no
      JOIN temp.page_state s ON s.tool_no = :tool_no AND s.request_no = :request_no AND s.force_no = a.force_no
      JOIN temp.state_word w ON w.state = s.state
      WHERE a.chart = :chart)
WHERE anchor IS NOT NULL
ORDER BY place, force_id;

-- name: page_readings
-- What rests on reading that nobody has looked at, and what was not read
SELECT nullif(disagreements, 0) AS disagreements, plural(disagreements, 'field', 'fields') AS disagreement_fields, nullif(machine, 0) AS machine, responses, nullif(unread, 0) AS unread, nullif(review, 0) AS review,
       nullif(without_force, 0) AS without_force, nullif(unreadable, 0) AS unreadable, letters,
       plural(machine, 'row rests', 'rows rest') AS machine_rows, plural(unread, 'row has', 'rows have') AS unread_rows,
       plural(review, 'row is', 'rows are') AS review_rows, plural(without_force, 'letter', 'letters') AS forceless_letters,
       plural(unreadable, 'file', 'files') AS unreadable_files
FROM (SELECT (SELECT count(*) FROM response_wording WHERE coded_by = 'machine') AS machine,
             (SELECT count(*) FROM response) AS responses,
             (SELECT count(*) FROM v_unread_letters) AS unread, (SELECT count(*) FROM disagreement) AS disagreements)
LEFT JOIN letters_read ON true
WHERE machine + unread + disagreements > 0 OR letters IS NOT NULL
ORDER BY responses;

-- name: page_verdict
-- Are the forces consistent?
SELECT verdict, counted, disagreeing, nullif(answers, 0) AS answers, nullif(depart, 0) AS depart,
       (SELECT 1 FROM response LIMIT 1) AS any_response,
       (SELECT nullif(max(count(DISTINCT force_no) - 6, 0), 0) FROM temp.page_latest WHERE verdict = 'departs') AS departing_further
FROM temp.page_verdict
WHERE tool_no = 0;

-- name: page_to_decide
-- How many matters there are, and the first of them in a few words; no row where there is none
SELECT n.matters || plural(n.matters, ' matter', ' matters') AS matters,
       rtrim(iif(n.critical > 0, n.critical || ' critical, ', '') || iif(n.high > 0, n.high || ' high, ', '')
             || iif(n.critical + n.high = 0, 'none of them critical or high', ''), ', ') AS severities,
       o.matter_id, r.title AS what, CASE WHEN c.change IN ('new', 'altered') THEN c.change END AS change_shown,
       coalesce(shorten(f.name, 60), 'several forces') || coalesce(', ' || shorten(t.name, 60), '') || coalesce(', ' || q.request_id, '') AS whose
FROM temp.page_order o
CROSS JOIN (SELECT count(*) AS matters, sum(severity = 'critical') AS critical, sum(severity = 'high') AS high FROM temp.page_order) n
JOIN finding i ON i.finding_no = o.finding_no
JOIN rule r ON r.rule_id = i.rule_id
LEFT JOIN force f ON f.force_no = i.force_no
LEFT JOIN tool t ON t.tool_no = i.tool_no
LEFT JOIN request q ON q.request_no = i.request_no
LEFT JOIN matter_change c ON c.matter_no = o.matter_no
ORDER BY o.place
LIMIT 1;
