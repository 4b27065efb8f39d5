-- Used by new_rows.c.

-- name: new_rows_of_line
-- What is read of the letters of a row of responses.csv, question by question, and how the row itself was understood.
SELECT n.question_id, n.new_id, n.of_several, n.review, n.is_decided, n.is_response, n.read, n.decided,
       l.response_no, n.confidence, n.words, iif(l.part_no IS NULL, NULL, l.text_file) AS text_file, l.force_from, f.force_id,
       l.request_id, l.tool_id, (SELECT count(*) FROM read_letter x WHERE x.response_no = r.response_no) AS letters, l.text = '' AS is_note,
       EXISTS (SELECT 1 FROM response_wording o WHERE o.response_id = n.new_id AND n.of_several) AS is_taken,
       json_object('stance', nullif(s.stance, 'unread'), 'partial_ncnd', iif(r.partial_ncnd IS NULL, NULL, iif(r.partial_ncnd, 'yes', 'no')),
           'held_statement', h.held_statement, 'use_statement', u.held_statement, 'exemptions', e.citations,
           'harm_test', iif(r.harm_test IS NULL, NULL, iif(r.harm_test, 'yes', 'no')),
           'public_interest_test', iif(r.public_interest_test IS NULL, NULL, iif(r.public_interest_test, 'yes', 'no')),
           'link', w.link, 'stage', g.stage, 'reference', w.reference, 'date_received', r.date_received,
           'date_responded', r.date_responded) AS held
FROM dated_response r
JOIN response_wording w ON w.response_no = r.response_no
JOIN read_letter l ON l.response_no = r.response_no
JOIN filled_row n ON n.letter_no = l.letter_no
JOIN stance s ON s.stance_no = r.stance_no
JOIN stage g ON g.stage_no = r.stage_no
LEFT JOIN force f ON f.force_no = l.force_no
LEFT JOIN held_statement h ON h.held_no = r.held_no
LEFT JOIN held_statement u ON u.held_no = r.use_no
LEFT JOIN exemption_set e ON e.set_no = r.set_no
WHERE r.line = :line
ORDER BY n.rowid;

-- name: new_rows_of_letters
-- The same of letters from files.
SELECT n.question_id, n.new_id, n.of_several, n.review, n.is_decided, n.is_response, n.read, n.decided,
       l.response_no, n.confidence, n.words, l.text_file, l.force_from, f.force_id, l.request_id, l.tool_id, 1 AS letters, 0 AS is_note, 0 AS is_taken,
       '{}' AS held
FROM filled_row n
JOIN read_letter l ON l.letter_no = n.letter_no
JOIN force f ON f.force_no = l.force_no
ORDER BY n.rowid;

-- name: new_row_of_line
-- Is the line a row that was taken, one that was rejected, or neither: once more the same?
SELECT (SELECT count(*) FROM response WHERE line = :line) AS is_taken,
       (SELECT count(*) FROM reject j JOIN input_file i ON i.file_no = j.file_no
        WHERE i.kind = 'responses' AND j.line = :line) AS is_rejected,
       (SELECT count(*) FROM response r JOIN v_unread_letters u ON u.response_no = r.response_no
        WHERE r.line = :line) AS is_open;

-- name: new_row_disagreements
SELECT field, decided, read FROM disagreement WHERE response_no = :response_no AND question_id IS :question_id ORDER BY rowid;

-- name: insert_new_difference
INSERT INTO filled_difference (kind, response_id, question_id, field, yours, proposed)
VALUES (:kind, :response_id, :question_id, :field, :yours, :proposed);
