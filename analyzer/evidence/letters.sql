-- Used by letters.c.

-- name: bag_letters
SELECT b.response_no, w.response_id, w.text, w.text_file, r.line, i.name AS source_file, i.sha256,
       coalesce(w.coded_by, 'by hand') AS coded_by, w.source_url, d.retrieved_on
FROM temp.bag_response b
CROSS JOIN response r ON r.response_no = b.response_no
CROSS JOIN dated_response d ON d.response_no = b.response_no
CROSS JOIN response_wording w ON w.response_no = b.response_no
CROSS JOIN input_file i ON i.kind = 'responses'
WHERE w.text IS NOT NULL OR w.text_file IS NOT NULL
ORDER BY b.response_no;

-- name: insert_bag_letter
INSERT INTO temp.bag_letter (response_no, file, state) VALUES (:response_no, :file, :state);
