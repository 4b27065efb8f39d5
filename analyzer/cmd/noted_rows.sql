-- Used by noted_rows.c.

-- name: add_noted_rows_to_review
INSERT INTO read_letter (letter_no, letter_id, response_no, response_id, source_file, text_sha256, text, force_no, force_from,
                         request_id, tool_id, question_id, topic, stage, reference, date_received, date_responded)
SELECT (SELECT coalesce(max(letter_no), 0) FROM read_letter) + row_number() OVER (ORDER BY n.response_no), d.letter_id, n.response_no,
       n.response_id, 'responses.csv', d.text_sha256, '', n.force_no, 'pack', n.request_id, n.tool_id, n.question_id, n.topic, n.stage,
       n.reference, n.date_received, n.date_responded
FROM row_without_wording n
JOIN (SELECT response_id, min(letter_id) AS letter_id, min(text_sha256) AS text_sha256
      FROM review_line WHERE coding_id = 'note' AND response_id IS NOT NULL GROUP BY response_id) d ON d.response_id = n.response_id;

-- name: add_noted_rows_decided
INSERT INTO read_letter (letter_no, letter_id, response_no, response_id, source_file, text_sha256, text, force_no, force_from,
                         request_id, tool_id, question_id, topic, stage, reference, date_received, date_responded)
SELECT (SELECT coalesce(max(letter_no), 0) FROM read_letter) + row_number() OVER (ORDER BY n.response_no), d.letter_id, n.response_no,
       n.response_id, 'responses.csv', d.text_sha256, '', n.force_no, 'pack', n.request_id, n.tool_id, n.question_id, n.topic, n.stage,
       n.reference, n.date_received, n.date_responded
FROM row_without_wording n
JOIN (SELECT response_id, 'decided' AS letter_id, text_sha256, max(coding_no) FROM coding GROUP BY response_id) d
  ON d.response_id = n.response_id;
