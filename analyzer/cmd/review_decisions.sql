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
      SELECT line, 'decision', refusal,
             iif(letter_no IS NULL AND coding_id = 'note', 'Mend that row of the pack itself, or its cell in the export.',
                 'Run `concord classify` again and decide on what it reads now.'), 0
      FROM review_decision
      WHERE refusal IS NOT NULL)
ORDER BY line, reject_no;

-- name: review_counts
-- A line without a decision is decided with the other reading of its letter and question.
WITH settled AS (
    SELECT r.line, r.decision, d.refusal, d.line AS by_line
    FROM review_line r
    LEFT JOIN review_decision d ON d.line = coalesce(
        (SELECT x.line FROM review_decision x WHERE x.line = r.line),
        (SELECT min(x.line) FROM review_decision x
         WHERE x.letter_id = r.letter_id AND x.response_id IS r.response_id AND x.question_id IS r.question_id
           AND x.refusal IS NULL))
), counted AS (
    SELECT count(*) FILTER (WHERE by_line IS NOT NULL AND refusal IS NULL AND by_line IN (SELECT line FROM new_coding)) AS decided,
           count(*) FILTER (WHERE by_line IS NOT NULL AND refusal IS NULL AND by_line NOT IN (SELECT line FROM new_coding)) AS known,
           count(*) FILTER (WHERE by_line IS NULL) AS undecided, count(*) FILTER (WHERE refusal IS NOT NULL) AS refused
    FROM settled
)
SELECT i.read AS lines, c.decided, c.known, c.undecided, c.refused + i.rejected AS refused,
       (SELECT count(*) FROM new_coding) AS rows
FROM counted c
JOIN input_file i ON i.kind = 'proposals';
