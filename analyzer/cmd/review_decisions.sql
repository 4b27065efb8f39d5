-- Used by review_decisions.c.

-- name: review_new_codings
SELECT decision_id, text_sha256, force_id, request_id, stage, response_id, question_id, field, value, proposed, decided_by,
       decided_on, reason, classifier
FROM new_coding
ORDER BY line, place, field;

-- name: review_refused
-- Lines that could not be taken, by the contract and by the letters of the pack.
SELECT (SELECT name FROM input_file WHERE kind = 'proposals') AS file, line, column_name, message, suggestion
FROM (SELECT r.line, r.column_name, r.message, r.suggestion, r.reject_no
      FROM reject r
      JOIN input_file i ON i.file_no = r.file_no
      WHERE i.kind = 'proposals'
      UNION ALL
      SELECT line, 'decision', refusal, 'Run `concord classify` again and decide on what it reads now.', 0
      FROM review_decision
      WHERE refusal IS NOT NULL)
ORDER BY line, reject_no;

-- name: review_counts
SELECT (SELECT read FROM input_file WHERE kind = 'proposals') AS lines,
       (SELECT count(*) FROM review_decision WHERE refusal IS NULL AND line IN (SELECT line FROM new_coding)) AS decided,
       (SELECT count(*) FROM review_decision WHERE refusal IS NULL AND line NOT IN (SELECT line FROM new_coding)) AS known,
       (SELECT count(*) FROM review_line WHERE decision IS NULL) AS undecided,
       (SELECT rejected FROM input_file WHERE kind = 'proposals')
           + (SELECT count(*) FROM review_decision WHERE refusal IS NOT NULL) AS refused,
       (SELECT count(*) FROM new_coding) AS rows;
