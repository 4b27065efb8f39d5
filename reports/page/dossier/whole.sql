-- What stands behind the two sheets (whole.html).

-- name: dossier_letters
-- The letters in order of time, each with what record.html and the statements of advise ask for
SELECT l.letter_no, l.response_no, w.response_id, f.force_no, f.force_id, t.tool_no, t.tool_id, t.name AS tool,
       coalesce(l.date_responded, not_dated(l.received_earliest, l.received_latest, r.retrieved_earliest, r.retrieved_latest)) AS date, g.age,
       q.request_id, replace(s.stage, '_', ' ') AS stage,
       v.look AS state, iif(l.qualified, 'Đ', v.letter) AS letter, upper(substr(v.word, 1, 1)) || substr(v.word, 2) || iif(l.qualified, ', NCND for the rest', '') AS word,
       w.reference, date(l.received_latest * 86400, 'unixepoch') AS received, date(l.due_latest * 86400, 'unixepoch') AS due,
       CASE l.late WHEN 'certain' THEN 'Late' WHEN 'possible' THEN 'Perhaps late' END AS late,
       CASE WHEN w.source_url LIKE 'http://%' OR w.source_url LIKE 'https://%' THEN w.source_url END AS link,
       coalesce(l.responded_earliest, -2000000) AS day_earliest, coalesce(l.responded_latest, 4000000) AS day_latest,
       (SELECT rows_of_standing FROM temp.page_size) AS most, iif(p.guided, 1, NULL) AS is_advised,
       iif(l.position_on_use = 'silent', iif(st.stance = 'unread', 'nobody has read it', 'it takes no position'), NULL) AS unjudged
FROM temp.dossier_letter d
JOIN letter l ON l.letter_no = d.letter_no
JOIN force f ON f.force_no = l.force_no
JOIN tool t ON t.tool_no = l.tool_no
JOIN request q ON q.request_no = l.request_no
JOIN stage s ON s.stage_no = l.stage_no
JOIN response r ON r.response_no = l.response_no
JOIN stance st ON st.stance_no = r.stance_no
JOIN temp.state_word v ON v.state = iif(l.position_on_use = 'silent', st.silence, l.position_on_use)
JOIN response_wording w ON w.response_no = r.response_no
LEFT JOIN response_meaning m ON m.response_no = r.response_no
LEFT JOIN profile p ON p.profile_no = m.profile_no
LEFT JOIN temp.dossier_age g ON g.day = l.responded_latest
WHERE d.later < (SELECT letters_in_full FROM temp.dossier_size)
ORDER BY d.n;

-- name: dossier_letters_further
SELECT count(*) || plural(count(*), ' earlier letter', ' earlier letters') AS further
FROM temp.dossier_letter
WHERE later >= (SELECT letters_in_full FROM temp.dossier_size)
HAVING count(*) > 0
ORDER BY further;

-- name: dossier_rows
-- The rows of a letter, question by question: what was decided, who read it, and by which words
SELECT w.response_id, u.question_id, shorten(shown_words(u.text), 300) AS question, k.words AS says,
       CASE r.partial_ncnd WHEN 1 THEN 'with a partial NCND' WHEN 0 THEN 'without a partial NCND' END AS partial,
       coalesce('holding: ' || CASE h.held_statement WHEN 'ncnd' THEN 'NCND' ELSE h.held_statement END, '')
           || coalesce(iif(h.held_no IS NULL, '', '; ') || 'use: ' || CASE x.held_statement WHEN 'ncnd' THEN 'NCND' ELSE x.held_statement END, '') AS statements,
       coalesce(replace(e.citations, ';', ', '), iif(r.set_no IS NULL, 'not known', '')) AS exemptions,
       'harm: ' || CASE r.harm_test WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'not known' END
           || '; public interest: ' || CASE r.public_interest_test WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'not known' END AS tests,
       CASE w.coded_by WHEN 'undecided' THEN 'left for a person' WHEN 'machine' THEN '' WHEN 'person' THEN ''
                       ELSE iif(k.stance = 'unread', 'nobody', 'whoever filled in the pack') END AS coder,
       w.coded_confidence AS confidence,
       iif(w.coded_by = 'machine', 1, NULL) AS by_machine, iif(w.coded_by = 'person', 1, NULL) AS by_person,
       shorten(shown_words(coalesce(regexp_substr(w.coded_words, '(?s)^[0-9]+-[0-9]+: \K.+'), w.coded_words)), 300) AS coded_words,
       regexp_substr(w.coded_words, '^[0-9]+-[0-9]+(?=: )') AS span, (SELECT folder FROM temp.page_letters_folder) || w.text_file AS letter_file,
       shorten(shown_words(w.note), 600) AS note, (SELECT name FROM input_file WHERE kind = 'responses') AS file, r.line
FROM response_meaning m
JOIN response r ON r.response_no = m.response_no
JOIN response_wording w ON w.response_no = r.response_no
JOIN stance st ON st.stance_no = r.stance_no
JOIN temp.dossier_stance k ON k.stance = st.stance
LEFT JOIN question u ON u.question_no = r.question_no
LEFT JOIN held_statement h ON h.held_no = r.held_no
LEFT JOIN held_statement x ON x.held_no = r.use_no
LEFT JOIN exemption_set e ON e.set_no = r.set_no
WHERE m.letter_no = :letter_no
ORDER BY u.question_id, w.response_id, r.response_no;

-- name: dossier_decisions
-- What persons have decided about the letter's readings, each decision with all its fields
SELECT decided_by, decided_on, question_id, group_concat(words, '; ') AS fields,
       CASE proposed WHEN 'A' THEN 'the first reading' WHEN 'B' THEN 'the second reading' END AS proposed, shorten(shown_words(reason), 300) AS reason,
       file, min(line) AS line, nullif(max(line), min(line)) AS last_line
FROM (SELECT c.coding_no, c.decided_by, c.decided_on, c.question_id, c.proposed, c.reason, i.name AS file, c.line,
             CASE c.field WHEN 'partial_ncnd' THEN 'partial NCND' ELSE replace(c.field, '_', ' ') END || ' '
             || coalesce(shorten(shown_words(iif(c.value = 'ncnd', 'NCND', replace(c.value, '_', ' '))), 100), 'none') AS words
      FROM response_meaning m
      JOIN response_wording w ON w.response_no = m.response_no
      JOIN coding c ON c.response_id = w.response_id OR w.response_id = c.response_id || ':' || c.question_id
      JOIN input_file i ON i.file_no = c.file_no
      WHERE m.letter_no = :letter_no
      GROUP BY c.coding_no
      ORDER BY c.coding_no)
GROUP BY decided_by, decided_on, question_id, proposed, reason
ORDER BY line;

-- name: dossier_readings
-- What else its words can be read to say
SELECT DISTINCT w.response_id, k.words AS says, shorten(shown_words(o.words), 300) AS words
FROM response_meaning m
JOIN temp.dossier_reading o ON o.response_no = m.response_no
JOIN response_wording w ON w.response_no = m.response_no
JOIN temp.dossier_stance k ON k.stance = o.stance
WHERE m.letter_no = :letter_no
ORDER BY w.response_id, k.words, o.words;

-- name: dossier_texts
-- The words of a letter, each text once
SELECT substr(shown_words(w.text), 1, text_shown) AS text, nullif(max(length(w.text) - text_shown, 0), 0) AS further
FROM response_meaning m
JOIN response_wording w ON w.response_no = m.response_no
CROSS JOIN temp.dossier_size
WHERE m.letter_no = :letter_no AND w.text IS NOT NULL
GROUP BY w.text
ORDER BY min(w.response_no);

-- name: dossier_matters
-- The matters, the gravest first
SELECT m.matter_no, m.matter_id, m.severity, r.title, iif(m.is_own, NULL, 1) AS is_between
FROM temp.dossier_matter m
JOIN finding f ON f.finding_no = m.leading_no
JOIN rule r ON r.rule_id = f.rule_id
ORDER BY m.place
LIMIT (SELECT matters_in_full FROM temp.dossier_size);

-- name: dossier_matters_further
SELECT count(*) - matters_in_full AS further
FROM temp.dossier_matter
CROSS JOIN temp.dossier_size
HAVING further > 0
ORDER BY further;

-- name: dossier_findings
-- Those of a matter, the leading one first
SELECT f.finding_no, f.finding_id, f.severity, f.certainty, f.rule_id, shown_words(f.message) AS message, r.rationale, r.basis,
       nullif(rtrim(regexp_substr(r.source, '^(?:(?!(?:SEMANTICS|DOMAIN|RISK)\.md|RISK section).)+'), '; '), '') AS source,
       shown_words(coalesce(f.remedy, r.remedy)) AS remedy, NULL AS waived
FROM temp.dossier_finding d
JOIN finding f ON f.finding_no = d.finding_no
JOIN rule r ON r.rule_id = f.rule_id
JOIN severity s ON s.severity = f.severity
JOIN matter k ON k.matter_no = f.matter_no
WHERE f.matter_no = :matter_no
ORDER BY f.finding_no <> k.leading_no, s.rank DESC, f.rule_id, f.finding_id
LIMIT (SELECT findings_of_matter FROM temp.dossier_size);

-- name: dossier_counters
-- What can be said against a finding, the strongest first
SELECT shown_words(words) AS words
FROM temp.dossier_counter
WHERE finding_no = :finding_no
ORDER BY strength, words;

-- name: dossier_requests
-- The requests that it answered about these tools
SELECT q.request_no, q.request_id, t.tool_no, t.tool
FROM (SELECT DISTINCT request_no, tool_no FROM temp.dossier_letter) d
JOIN temp.dossier_subject s ON s.request_no IS NULL OR s.request_no = d.request_no
JOIN request q ON q.request_no = d.request_no
JOIN temp.dossier_tool t ON t.tool_no = d.tool_no
ORDER BY q.logged_earliest IS NULL, q.logged_earliest, q.request_id, t.place;

-- name: dossier_comparators
-- What the others said to it: their published letters that speak for them
SELECT f.name AS force, v.look AS state, iif(l.qualified, 'Đ', v.letter) AS letter, v.short || iif(l.qualified, ', NCND for the rest', '') AS position,
       coalesce(l.date_responded, not_dated(l.received_earliest, l.received_latest, r.retrieved_earliest, r.retrieved_latest)) AS date,
       k.words AS says, replace(x.citations, ';', ', ') AS exemptions,
       CASE p.acknowledged WHEN 'own' THEN 'itself' WHEN 'collaboration' THEN 'its collaboration' WHEN 'third_party' THEN 'others about it' ELSE 'nothing' END AS acknowledged,
       w.response_id, CASE WHEN w.source_url LIKE 'http://%' OR w.source_url LIKE 'https://%' THEN w.source_url END AS link
FROM letter l
JOIN temp.dossier_subject u ON u.force_no <> l.force_no
JOIN force f ON f.force_no = l.force_no
JOIN response r ON r.response_no = l.response_no
JOIN response_wording w ON w.response_no = r.response_no
JOIN stance st ON st.stance_no = r.stance_no
JOIN temp.dossier_stance k ON k.stance = st.stance
JOIN temp.state_word v ON v.state = iif(l.position_on_use = 'silent', st.silence, l.position_on_use)
LEFT JOIN exemption_set x ON x.set_no = r.set_no
LEFT JOIN response_meaning m ON m.response_no = r.response_no
LEFT JOIN profile p ON p.profile_no = m.profile_no
WHERE l.request_no = :request_no AND l.tool_no = :tool_no
ORDER BY v.place, f.name, f.force_id, l.responded_latest, l.letter_no
LIMIT (SELECT others_in_full FROM temp.dossier_size);

-- name: dossier_answered_tools
-- The tools of which it is told what an answer would do
SELECT t.tool_no, t.tool
FROM temp.dossier_tool t
WHERE EXISTS (SELECT 1 FROM temp.dossier_answer d WHERE d.tool_no = t.tool_no)
ORDER BY t.place;

-- name: dossier_created
-- By which findings
SELECT answer, finding_ids
FROM temp.dossier_answer
WHERE tool_no = :tool_no AND finding_ids <> ''
ORDER BY place;

-- name: dossier_rulings
-- What was decided about these tools, about whichever force
SELECT k.ruling_id, k.date, f.name AS force, q.request_id,
       CASE k.body WHEN 'ico' THEN 'the Information Commissioner' WHEN 'sic' THEN 'the Scottish Information Commissioner'
                   ELSE 'a ' || k.body END AS body, k.reference,
       CASE k.about WHEN 'ncnd' THEN 'NCND' ELSE k.about END AS about,
       iif(k.body IN ('ico', 'sic'), 'the complaint was ', 'the applicant''s appeal was ') || replace(k.outcome, '_', ' ') AS outcome,
       replace(k.provisions, ';', ', ') AS provisions,
       CASE k.ordered WHEN 'none' THEN 'nothing ordered' ELSE 'ordered to ' || replace(k.ordered, '_', ' ') END AS ordered,
       shorten(shown_words(k.summary), 500) AS summary,
       CASE WHEN k.source_url LIKE 'http://%' OR k.source_url LIKE 'https://%' THEN k.source_url END AS link
FROM ruling k
JOIN force f ON f.force_no = k.force_no
LEFT JOIN request q ON q.request_no = k.request_no
WHERE k.ruling_no IN (SELECT o.ruling_no FROM ruling_for o JOIN temp.dossier_tool t ON t.tool_no = o.tool_no)
   OR k.tool_no IN (SELECT tool_no FROM temp.dossier_tool)
ORDER BY k.date_earliest, k.date_latest, k.ruling_id;

-- name: dossier_waivers
-- Waivers of the findings it is about, in effect or not
SELECT DISTINCT m.finding_id, shown_words(f.message) AS message, shown_words(w.reason) AS reason, w.approved_by_role, iif(m.is_live, 'in effect', 'without effect') AS state,
       date(w.expires_latest * 86400, 'unixepoch') AS expires_on, i.name AS file, w.line
FROM temp.dossier_finding d
JOIN finding f ON f.finding_no = d.finding_no
JOIN v_waiver_matches m ON m.finding_no = d.finding_no
JOIN waiver w ON w.waiver_no = m.waiver_no
JOIN input_file i ON i.file_no = w.file_no
ORDER BY m.finding_id, w.line;

-- name: dossier_dates
-- Every day to keep in view
SELECT date, state, shown_words(words) AS words
FROM temp.dossier_date
ORDER BY day, words;

-- name: dossier_inputs
-- What was read
SELECT name AS file, CASE origin WHEN 'pack' THEN 'the pack' ELSE 'built in' END AS origin, read AS rows, sha256 AS digest
FROM input_file
ORDER BY origin, name, file_no;
