-- name: page_matrices
-- Tools with a matrix, and how much of it is shown
SELECT t.tool_no, t.tool, t.tool_id, t.place AS matrix,
       (SELECT count(*) FROM temp.page_unit p WHERE p.tool_no = t.tool_no) AS shown,
       (SELECT count(*) FROM unit u WHERE u.tool_no = t.tool_no) AS units,
       (SELECT nullif(max(count(*) - (SELECT questions_shown FROM temp.page_size), 0), 0) FROM unit u WHERE u.tool_no = t.tool_no) AS further
FROM temp.page_tool t
WHERE t.is_shown AND EXISTS (SELECT 1 FROM temp.page_unit p WHERE p.tool_no = t.tool_no)
ORDER BY t.place;

-- name: page_matrix_bands
SELECT band, max(band) OVER () AS bands, CASE WHEN max(band) OVER () > 1 THEN band END AS numbered
FROM (SELECT DISTINCT band FROM temp.page_unit WHERE tool_no = :tool_no)
ORDER BY band;

-- name: page_matrix_requests
-- The upper header: requests, each over its questions
SELECT request_id, count(*) AS span, max(unit_no) AS last
FROM temp.page_unit
WHERE tool_no = :tool_no AND band = :band
GROUP BY request_no
ORDER BY min(place);

-- name: page_matrix_questions
SELECT coalesce(question_id, 'all') AS question, topic
FROM temp.page_unit
WHERE tool_no = :tool_no AND band = :band
ORDER BY place;

-- name: page_matrix_rows
-- Forces with an answer to one of the questions of the band
SELECT f.force_no, f.name AS force,
       CASE WHEN f.abbreviation <> '' THEN substr(f.abbreviation, 1, 5) ELSE substr(f.name, 1, 5) END AS abbreviation
FROM force f
WHERE f.force_no IN (SELECT force_no FROM temp.page_cell WHERE tool_no = :tool_no AND band = :band)
ORDER BY f.force_id
LIMIT 200;

-- name: page_matrix_cells
-- Where no row answers the question: why (clause 79); of a force that answered the request otherwise, that this
-- was not answered.
SELECT CASE WHEN c.position = 'confirm' AND c.partial_ncnd = 1 THEN 'partial' ELSE w.look END AS state,
       CASE WHEN c.position = 'confirm' AND c.partial_ncnd = 1 THEN 'P' WHEN c.position = 'deny' AND c.partial_ncnd = 1 THEN 'Đ'
            ELSE w.letter END AS letter,
       CASE WHEN c.position IS NULL THEN iif(a.force_no IS NULL OR w.state = 'unread', w.word, 'no answer to this question known')
            ELSE replace(c.stance, '_', ' ') || iif(c.position = 'deny' AND c.partial_ncnd = 1, ', NCND for the rest', '') || ', ' || c.date_responded
                 || iif(c.coded_by = 'machine', ', read by machine', '')
                 || CASE WHEN c.finding_id IS NULL THEN '' ELSE ', ' || c.finding_id END END AS words,
       c.finding_id, iif(c.coded_by = 'machine' AND c.stance <> 'unread', 1, NULL) AS by_machine
FROM temp.page_unit u
LEFT JOIN temp.page_cell c
       ON c.tool_no = u.tool_no AND c.band = u.band AND c.force_no = :force_no AND c.place = u.place
LEFT JOIN temp.page_answered a ON a.tool_no = u.tool_no AND a.request_no = u.request_no AND a.force_no = :force_no
LEFT JOIN silence i ON i.tool_no = u.tool_no AND i.request_no = u.request_no AND i.force_no = :force_no
LEFT JOIN stance t ON t.stance = c.stance
JOIN temp.state_word w
  ON w.state = CASE WHEN c.position = 'silent' THEN t.silence
                    WHEN c.position IS NOT NULL THEN c.position
                    WHEN i.kind IN ('unread', 'withdrawn', 'not_asked') THEN i.kind
                    WHEN a.force_no IS NOT NULL OR i.kind IS NOT NULL THEN 'unanswered'
                    ELSE 'unknown' END
WHERE u.tool_no = :tool_no AND u.band = :band
ORDER BY u.place;

-- name: page_matrix_silences
-- The kinds of silence, for the legend
SELECT look AS state, letter, word FROM silence_kind ORDER BY place;

-- name: page_matrix_machine
-- A row where some cell was read by machine
SELECT 1 AS any FROM temp.page_cell WHERE coded_by = 'machine' AND stance <> 'unread' ORDER BY tool_no, place LIMIT 1;
