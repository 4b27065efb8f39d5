-- name: page_letters_left
-- How many letters have no place on the page; no row where all have
SELECT shown, n - shown AS further
FROM (SELECT (SELECT count(*) FROM temp.page_letter) AS shown,
             (SELECT count(*) FROM letter) + (SELECT count(*) FROM response) - (SELECT count(*) FROM response_meaning) AS n)
WHERE n > shown
ORDER BY n;

-- name: page_imprecise
-- Letters that are not dated to the day, and the matters that hold on some readings alone
SELECT letters || plural(letters, ' letter', ' letters') AS letters, nullif(max(letters - 200, 0), 0) AS further,
       (SELECT nullif(count(*), 0) || plural(count(*), ' matter', ' matters') FROM temp.page_matter WHERE certainty = 'possible') AS possible
FROM (SELECT count(*) AS letters FROM temp.page_letter WHERE responded_earliest IS NOT responded_latest OR responded_earliest IS NULL)
WHERE letters > 0
ORDER BY letters;

-- name: page_imprecise_letters
SELECT l.anchor, l.force, q.request_id, l.date
FROM temp.page_letter l
JOIN request q ON q.request_no = l.request_no
WHERE l.responded_earliest IS NOT l.responded_latest OR l.responded_earliest IS NULL
ORDER BY l.responded_latest IS NULL, l.responded_latest DESC, l.force, l.head_no
LIMIT 200;

-- name: page_letter_requests
-- Requests with their letters, the latest first
SELECT l.tool_no, l.request_no, l.request_id, l.tool, l.anchor,
       l.letters || plural(l.letters, ' letter', ' letters') || ' of ' || l.forces || plural(l.forces, ' force', ' forces') AS counted,
       'request-' || p.file_name || p.second_tool AS request_anchor
FROM temp.page_letter_request l
LEFT JOIN temp.page_request p ON p.tool_no = l.tool_no AND p.request_no = l.request_no
ORDER BY l.place;

-- name: page_letters_of_request
SELECT head_no, anchor, letter_no, force_no, tool_no, request_no, force, state, letter, position, date,
       CASE late WHEN 'certain' THEN 'late' WHEN 'possible' THEN 'perhaps late' END AS late,
       nullif(rows - (SELECT count(*) FROM temp.page_answer a WHERE a.head_no = l.head_no), 0) AS further_rows
FROM temp.page_letter l
WHERE tool_no = :tool_no AND request_no = :request_no
ORDER BY place;

-- name: page_letter
-- The letter as a whole
SELECT CASE s.stage WHEN 'initial' THEN 'First answer' WHEN 'internal_review' THEN 'Internal review' WHEN 'ico' THEN 'At the regulator'
                    ELSE 'At the tribunal' END AS stage, w.reference, r.date_received AS received, g.title AS guidance,
       CASE p.conforms WHEN 'yes' THEN 'follows' WHEN 'no' THEN 'departs from' ELSE 'could not be judged by' END AS conforms,
       f.anchor AS force_anchor, o.anchor AS overtaken_anchor, o.date AS overtaken_date, oq.request_id AS overtaken_request,
       k.anchor AS answers_anchor, k.letters || plural(k.letters, ' answer', ' answers') AS letters,
       k.said AS others
FROM temp.page_letter h
JOIN dated_response r ON r.response_no = h.head_no
JOIN response_wording w ON w.response_no = h.head_no
JOIN stage s ON s.stage_no = r.stage_no
JOIN temp.page_letter_request k ON k.tool_no = h.tool_no AND k.request_no = h.request_no
LEFT JOIN letter l ON l.letter_no = h.letter_no
LEFT JOIN response_meaning m ON m.response_no = l.response_no
LEFT JOIN profile p ON p.profile_no = m.profile_no
LEFT JOIN guidance g ON g.guidance_no = p.guidance_no
LEFT JOIN temp.page_force f ON f.force_no = h.force_no
LEFT JOIN overtaken v ON v.letter_no = h.letter_no
LEFT JOIN temp.page_letter o ON o.letter_no = v.by_no
LEFT JOIN request oq ON oq.request_no = o.request_no
WHERE h.head_no = :head_no
ORDER BY h.head_no;

-- name: page_letter_rows
-- Its rows as they stand in the pack, in words
SELECT a.response_no, CASE WHEN a.response_no <> a.head_no THEN a.anchor END AS anchor_of_row, coalesce(q.question_id, 'the whole letter') AS question, v.response_id,
       y.words || iif(v.partial_ncnd = 'yes', '; anything else neither confirmed nor denied', '')
           || CASE v.held_statement WHEN 'confirm' THEN '; says that it is held' WHEN 'deny' THEN '; says that it is not held'
                                    WHEN 'ncnd' THEN iif(v.stance = 'ncnd', '', '; says neither that it is held nor that it is not') ELSE '' END
           || CASE v.use_statement WHEN 'confirm' THEN '; says that it is used' WHEN 'deny' THEN '; says that it is not used'
                                   WHEN 'ncnd' THEN '; says neither that it is used nor that it is not' ELSE '' END AS says,
       coalesce(x.words, nullif(e.citations, '')) AS exemptions,
       iif(r.set_no IS NULL, 'not known', 'none cited') AS cites,
       'harm ' || CASE v.harm_test WHEN 'yes' THEN 'set out' WHEN 'no' THEN 'not set out' ELSE 'not known' END
           || ', public interest ' || CASE v.public_interest_test WHEN 'yes' THEN 'set out' WHEN 'no' THEN 'not set out' ELSE 'not known' END AS tests,
       CASE WHEN v.link LIKE 'http://%' OR v.link LIKE 'https://%' THEN v.link END AS link,
       CASE WHEN v.link LIKE 'http://%' OR v.link LIKE 'https://%' THEN NULL ELSE shorten(v.link, 200) END AS link_text, shorten(v.link, 200) AS link_shown,
       CASE WHEN v.source_url LIKE 'http://%' OR v.source_url LIKE 'https://%' THEN v.source_url END AS source,
       CASE WHEN v.source_url LIKE 'http://%' OR v.source_url LIKE 'https://%' THEN NULL ELSE shorten(v.source_url, 200) END AS source_text,
       shorten(shown_words(v.note), 500) AS note, v.file, v.line,
       iif(v.coded_by = 'machine', 1, NULL) AS by_machine, iif(v.coded_by = 'person', 1, NULL) AS by_person,
       shorten(shown_words(coalesce(regexp_substr(v.coded_words, '(?s)^[0-9]+-[0-9]+: \K.+'), v.coded_words)), 300) AS coded_words,
       regexp_substr(v.coded_words, '^[0-9]+-[0-9]+(?=: )') AS span, (SELECT folder FROM temp.page_letters_folder) || v.text_file AS letter_file
FROM temp.page_answer a
JOIN v_responses v ON v.response_no = a.response_no
JOIN response r ON r.response_no = a.response_no
JOIN temp.stance_word y ON y.stance = v.stance
LEFT JOIN question q ON q.question_no = r.question_no
LEFT JOIN exemption_set e ON e.set_no = r.set_no
LEFT JOIN temp.page_exemptions x ON x.set_no = r.set_no
WHERE a.head_no = :head_no
ORDER BY a.place;

-- name: page_row_findings
-- Those of one rule behind its title
SELECT finding_id, CASE WHEN lag(rule_id) OVER w IS NOT rule_id THEN title END AS title,
       CASE WHEN lead(rule_id) OVER w IS rule_id THEN ',' ELSE '.' END AS mark
FROM (SELECT *, min(place) OVER (PARTITION BY rule_id) AS first FROM temp.page_answer_finding WHERE response_no = :response_no)
WINDOW w AS (ORDER BY first, rule_id, place)
ORDER BY first, rule_id, place;

-- name: page_letter_neighbours
-- What those around the force answered to the same request
SELECT anchor, force, position, CASE WHEN n < min(letters, 12) THEN ', ' ELSE '.' END AS mark
FROM (SELECT o.anchor, o.force, o.position, row_number() OVER (ORDER BY o.place) AS n, count(*) OVER () AS letters
      FROM temp.page_neighbour n
      CROSS JOIN temp.page_letter o ON o.force_no = n.other_no AND o.tool_no = :tool_no AND o.request_no = :request_no
      WHERE n.force_no = :force_no)
WHERE n <= 12
ORDER BY n;
