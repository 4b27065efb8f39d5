-- Used by commitment_scope.c.

-- name: commitments_with_scope
SELECT commitment_no, file_no, line, commitment_id, applies_to
FROM commitment
WHERE applies_to IS NOT NULL
ORDER BY commitment_no;

-- name: insert_commitment_scope
INSERT INTO commitment_scope (commitment_no, tool_no) VALUES (:commitment_no, :tool_no);
