-- name: page_findings_chart
SELECT tool_no, title
FROM temp.page_chart
WHERE kind = 'findings'
ORDER BY place;

-- name: page_findings_listed
-- A row where there is something to filter, with what is left out of the list whatever the filters say
SELECT listed, nullif(n - listed, 0) AS "left", nullif(waived - (SELECT count(*) FROM temp.page_waived), 0) AS waived_left
FROM (SELECT (SELECT count(*) FROM temp.page_matter) AS listed, (SELECT count(*) FROM temp.page_order) AS n,
             (SELECT count(*) FROM finding WHERE status = 'waived') AS waived)
WHERE n + waived > 0
ORDER BY n;

-- name: page_how_sure
-- How surely they hold, and what rests on less than a person's reading
SELECT n || plural(n, ' matter', ' matters') AS n, certain, nullif(n - certain, 0) AS possible, nullif(machine, 0) || plural(machine, ' rests', ' rest') AS machine,
       nullif(caveats, 0) AS caveats
FROM (SELECT count(*) AS n, count(*) FILTER (WHERE o.certainty = 'certain') AS certain,
             count(*) FILTER (WHERE EXISTS (SELECT 1 FROM finding f JOIN temp.page_machine_read m ON m.finding_no = f.finding_no
                                            WHERE f.matter_no = o.matter_no)) AS machine,
             count(*) FILTER (WHERE instr(f.message, ' Caveat: ') > 0) AS caveats
      FROM temp.page_order o
      JOIN finding f ON f.finding_no = o.finding_no)
WHERE n > 0
ORDER BY n;

-- name: page_filter_severities
SELECT s.severity, count(*) AS n
FROM severity s
JOIN temp.page_listed p ON p.severity = s.severity
GROUP BY s.severity
ORDER BY s.rank DESC;

-- name: page_filter_certainties
SELECT certainty, count(*) AS n FROM temp.page_listed GROUP BY certainty ORDER BY certainty;

-- name: page_filter_rules
SELECT r.rule_id, r.title, count(DISTINCT p.listed_no) AS n
FROM temp.page_listed_finding p
JOIN rule r ON r.rule_id = p.rule_id
GROUP BY r.rule_id
ORDER BY r.rule_id;

-- name: page_filter_citations
-- The rules about what is cited, as one choice
SELECT group_concat(rule_id, ',') AS rule_ids,
       (SELECT count(DISTINCT p.listed_no) FROM temp.page_listed_finding p WHERE p.rule_id IN (SELECT rule_id FROM temp.citation_rule)) AS n
FROM (SELECT rule_id FROM temp.citation_rule ORDER BY rule_id)
HAVING n > 0;

-- name: page_filter_forces
SELECT f.force_id, f.name AS force, count(*) AS n
FROM temp.page_listed_force p JOIN force f ON f.force_id = p.force_id
GROUP BY f.force_id
ORDER BY f.name, f.force_id;

-- name: page_filter_requests
SELECT q.request_id, count(DISTINCT p.listed_no) AS n
FROM temp.page_listed_finding p
JOIN request q ON q.request_no = p.request_no
GROUP BY q.request_no
ORDER BY q.request_id;

-- name: page_filter_exemptions
-- What the letters cite that they rest on
SELECT e.citation, min(e.title) AS title, count(*) AS n
FROM temp.page_listed_exemption e
GROUP BY e.citation
ORDER BY CAST(replace(e.citation, 'FOISA ', '') AS INTEGER), e.citation;

-- name: page_filter_changes
SELECT change, count(*) AS n
FROM temp.page_listed
WHERE change <> ''
GROUP BY change
ORDER BY CASE change WHEN 'new' THEN 1 WHEN 'altered' THEN 2 ELSE 3 END, change;

-- name: page_matter_groups
-- What stands together in the list, in its order
SELECT row_number() OVER (ORDER BY min(o.place)) AS group_no, o.change AS group_change, o.is_overtaken AS group_overtaken, count(*) AS n,
       nullif(count(*) - count(p.matter_no), 0) AS further, count(p.matter_no) AS shown,
       CASE o.change WHEN 'new' THEN 'New, ' WHEN 'altered' THEN 'Altered, ' WHEN 'persisting' THEN 'Persisting, ' ELSE '' END
           || iif(o.change = '', iif(o.is_overtaken, 'Overtaken by later letters', 'On current positions'),
                  iif(o.is_overtaken, 'overtaken by later letters', 'on current positions')) AS heading
FROM temp.page_order o
LEFT JOIN temp.page_matter p ON p.matter_no = o.matter_no
GROUP BY o.change, o.is_overtaken
ORDER BY min(o.place);

-- name: page_group_matters
-- The matters of a group, with what filters and sorts them
SELECT p.matter_no, p.matter_id, p.made_of, fi.severity, s.rank, fi.certainty, CASE fi.certainty WHEN 'possible' THEN 1 END AS is_possible,
       f.name AS force, f.force_id AS own, pf.anchor AS force_anchor, t.name AS tool, q.request_id,
       replace(v.request_ids, ';', ', ') AS requests, shorten(replace(v.question_ids, ';', ', '), 80) AS questions, coalesce(w.said, fi.message) AS said, r.basis, v.remedy,
       replace(v.rule_ids, ';', ', ') AS rule_ids, v.last_date AS date,
       CASE WHEN v.first_date = v.last_date OR v.first_date IS NULL THEN 'Letter of ' || v.last_date
            ELSE 'Letters from ' || v.first_date || ' to ' || v.last_date END AS dates,
       CASE WHEN v.change <> 'persisting' THEN nullif(v.change, '') END AS change_shown, v.change, p.place,
       'request-' || pq.file_name || pq.second_tool AS request_anchor,
       '|' || replace(v.rule_ids, ';', '|') || '|' AS rules_concerned,
       l.requests AS requests_concerned, l.forces AS forces_concerned, l.exemptions AS exemptions_concerned,
       replace(v.waived_finding_ids, ';', ', ') AS waived_ids,
       nullif(p.findings - (SELECT count(*) FROM temp.page_finding x WHERE x.matter_no = p.matter_no), 0) AS further
FROM temp.page_matter p
CROSS JOIN temp.page_size
JOIN v_matters v ON v.matter_no = p.matter_no
JOIN finding fi ON fi.finding_no = p.finding_no
JOIN severity s ON s.severity = fi.severity
JOIN rule r ON r.rule_id = fi.rule_id
JOIN temp.page_listed l ON l.matter_no = p.matter_no
LEFT JOIN temp.page_matter_said w ON w.matter_no = p.matter_no
LEFT JOIN force f ON f.force_no = fi.force_no
LEFT JOIN temp.page_force pf ON pf.force_no = fi.force_no
LEFT JOIN tool t ON t.tool_no = fi.tool_no
LEFT JOIN request q ON q.request_no = fi.request_no
LEFT JOIN temp.page_request pq ON pq.request_no = fi.request_no AND pq.tool_no = fi.tool_no
WHERE p.change = :group_change AND p.is_overtaken = :group_overtaken
ORDER BY p.place;

-- name: page_matter_told
-- Between forces who its parties are; what became of it and why; how much of both is left out
SELECT (SELECT nullif(count(*), 0) FROM temp.page_party WHERE matter_no = p.matter_no) AS parties,
       (SELECT count(*) FROM temp.page_party WHERE matter_no = p.matter_no) AS parties_count,
       (SELECT nullif(max(count(*) - parties_named, 0), 0) FROM temp.page_party WHERE matter_no = p.matter_no) AS parties_left_out,
       (SELECT nullif(count(*), 0) FROM matter_overtaken WHERE matter_no = p.matter_no) AS overtaken,
       (SELECT nullif(max(count(*) - letters_named, 0), 0) FROM matter_overtaken WHERE matter_no = p.matter_no) AS overtaken_left_out,
       w.words AS why
FROM temp.page_matter p
CROSS JOIN temp.page_size
LEFT JOIN temp.page_matter_change w ON w.matter_no = p.matter_no
WHERE p.matter_no = :matter_no
ORDER BY p.matter_no;

-- name: page_matter_parties
SELECT p.name, f.anchor, CASE WHEN p.place < min(p.parties, parties_named) THEN ', ' END AS comma
FROM temp.page_party p
CROSS JOIN temp.page_size
LEFT JOIN temp.page_force f ON f.force_no = p.force_no
WHERE p.matter_no = :matter_no AND p.place <= parties_named
ORDER BY p.place;

-- name: page_matter_overtaken
-- By which letters, each in words
SELECT words, anchor, CASE WHEN place < min(letters, letters_named) THEN ', ' END AS comma
FROM (SELECT 'the ' || position || coalesce(' of ' || force, '') || iif(length(date) = 10, ' of ', ' in ') || date AS words, anchor, place, letters
      FROM (SELECT CASE l.position_on_use WHEN 'confirm' THEN 'confirmation' WHEN 'deny' THEN 'denial' ELSE 'NCND' END AS position,
                   CASE WHEN i.force_no IS NULL THEN f.name END AS force, coalesce(l.date_responded, 'a review') AS date, a.anchor, row_number() OVER (ORDER BY l.responded_earliest DESC, f.name, l.letter_no) AS place,
                   count(*) OVER () AS letters
            FROM matter_overtaken m
            JOIN matter k ON k.matter_no = m.matter_no
            JOIN finding i ON i.finding_no = k.leading_no
            JOIN letter l ON l.letter_no = m.by_no
            JOIN force f ON f.force_no = l.force_no
            LEFT JOIN temp.page_letter a ON a.letter_no = l.letter_no
            WHERE m.matter_no = :matter_no))
CROSS JOIN temp.page_size
WHERE place <= letters_named
ORDER BY place;

-- name: page_matter_findings
-- The findings of a matter, the leading one, whose words stand above unless they were cut, first
SELECT p.finding_no, p.finding_id, fi.rule_id, fi.severity, fi.certainty,
       CASE WHEN fi.finding_no <> k.leading_no OR EXISTS (SELECT 1 FROM temp.page_matter_said s WHERE s.matter_no = k.matter_no) THEN 1 END AS is_unsaid, qu.question_id, fi.message, r.title AS rule_title,
       CASE WHEN ch.change <> 'persisting' THEN ch.change END AS change_shown, w.words AS change_words,
       (SELECT nullif(count(*), 0) FROM finding_evidence e WHERE e.finding_no = p.finding_no) AS rows,
       CASE WHEN fi.force_no IS NULL THEN 1 END AS is_of_several, coalesce((SELECT date(as_of, '+1 year') FROM audit), 'DATE') AS expires,
       m.machine_rows, m.letter_rows, plural(m.letter_rows, 'row', 'rows') AS rows_word
FROM temp.page_finding p
CROSS JOIN temp.page_size
JOIN finding fi ON fi.finding_no = p.finding_no
JOIN matter k ON k.matter_no = p.matter_no
JOIN rule r ON r.rule_id = fi.rule_id
LEFT JOIN temp.page_machine_read m ON m.finding_no = p.finding_no
LEFT JOIN finding_change ch ON ch.finding_id = fi.finding_id
LEFT JOIN temp.page_finding_change w ON w.finding_no = p.finding_no
LEFT JOIN question qu ON qu.question_no = fi.question_no
WHERE p.matter_no = :matter_no
ORDER BY p.place;

-- name: page_waived_group
SELECT n, nullif(n - shown, 0) AS further, shown
FROM (SELECT (SELECT count(*) FROM finding WHERE status = 'waived') AS n, (SELECT count(*) FROM temp.page_waived) AS shown)
WHERE n > 0
ORDER BY n;

-- name: page_waived_listed
-- What somebody has accepted, with what filters and sorts it
SELECT fi.finding_id, fi.severity, s.rank, fi.certainty, fi.rule_id, r.title AS rule_title, fi.message, fi.date,
       f.name AS force, f.force_id AS own, pf.anchor AS force_anchor, t.name AS tool, q.request_id, qu.question_id,
       l.place, l.change, l.requests AS requests_concerned, l.forces AS forces_concerned, l.exemptions AS exemptions_concerned,
       date(w.expires_latest * 86400, 'unixepoch') AS expires_on, w.approved_by_role AS role, w.reason, 1 AS listed
FROM temp.page_waived p
JOIN temp.page_listed l ON l.listed_no = p.listed_no
JOIN finding fi ON fi.finding_no = p.finding_no
JOIN severity s ON s.severity = fi.severity
JOIN rule r ON r.rule_id = fi.rule_id
JOIN waiver w ON w.waiver_no = fi.waiver_no
LEFT JOIN force f ON f.force_no = fi.force_no
LEFT JOIN temp.page_force pf ON pf.force_no = fi.force_no
LEFT JOIN tool t ON t.tool_no = fi.tool_no
LEFT JOIN request q ON q.request_no = fi.request_no
LEFT JOIN question qu ON qu.question_no = fi.question_no
ORDER BY l.place;

-- name: page_evidence
-- The rows a finding rests on: of each role the first
SELECT role, kind, id, CASE kind WHEN 'response' THEN (SELECT a.anchor FROM temp.page_answer a WHERE a.response_id = x.id) END AS anchor,
       force, force_anchor, date, replace(says, '_', ' ') AS says, shorten(shown_words(note), 500) AS note, source_url, file, line,
       iif(coded_by = 'machine', 1, NULL) AS by_machine, iif(coded_by = 'person', 1, NULL) AS by_person,
       shorten(shown_words(coalesce(regexp_substr(coded_words, '(?s)^[0-9]+-[0-9]+: \K.+'), coded_words)), 300) AS coded_words,
       regexp_substr(coded_words, '^[0-9]+-[0-9]+(?=: )') AS span, (SELECT folder FROM temp.page_letters_folder) || text_file AS letter_file,
       CASE WHEN source_url LIKE 'http://%' OR source_url LIKE 'https://%' THEN source_url END AS link,
       CASE WHEN source_url LIKE 'http://%' OR source_url LIKE 'https://%' THEN NULL ELSE source_url END AS source
FROM (SELECT e.*, coalesce(f.name, e.force_id) AS force, p.anchor AS force_anchor,
             row_number() OVER (PARTITION BY e.role ORDER BY e.force_id, e.kind, e.id, e.line) AS n
      FROM v_evidence e
      LEFT JOIN force f ON f.force_id = e.force_id
      LEFT JOIN temp.page_force p ON p.force_no = f.force_no
      WHERE e.finding_no = :finding_no) x
WHERE n <= (SELECT evidence_shown FROM temp.page_size)
ORDER BY role, force, kind, id, line;

-- name: page_evidence_rest
-- How many more there are
SELECT sum(n - evidence_shown) || plural(sum(n - evidence_shown), ' further row', ' further rows') AS further
FROM (SELECT count(*) AS n FROM finding_evidence WHERE finding_no = :finding_no GROUP BY role)
CROSS JOIN temp.page_size
WHERE n > evidence_shown
HAVING sum(n - evidence_shown) > 0;
