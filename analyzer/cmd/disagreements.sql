-- Used by disagreements.c.

-- name: count_codings
SELECT count(*) AS n FROM coding;

-- name: codings_of_another_version
SELECT coding_no FROM coding WHERE classifier IS NOT :classifier ORDER BY coding_no LIMIT 1;

-- name: disagreements
SELECT response_no, question_id, field, decided, read, decided_by, decided_on, classifier FROM disagreement ORDER BY rowid;

-- name: insert_disagreement
INSERT INTO disagreement (response_no, question_id, field, decided, read, decided_by, decided_on, classifier)
VALUES (:response_no, :question_id, :field, :decided, :read, :decided_by, :decided_on, :classifier);
