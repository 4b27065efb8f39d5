-- Rows that a finding of both audits rests on in one of them only.
INSERT INTO moved_evidence (finding_id, move, file_kind, row_id)
WITH now AS (
    SELECT f.finding_id, e.file_kind, e.row_id
    FROM finding f
    CROSS JOIN v_evidence e ON e.finding_no = f.finding_no
    WHERE f.finding_id IN (SELECT finding_id FROM past_finding)
), formerly AS (
    SELECT finding_id, file_kind, row_id
    FROM past_evidence
    WHERE finding_id IN (SELECT finding_id FROM finding)
)
SELECT finding_id, 'gained', file_kind, row_id FROM (SELECT * FROM now EXCEPT SELECT * FROM formerly)
UNION ALL
SELECT finding_id, 'lost', file_kind, row_id FROM (SELECT * FROM formerly EXCEPT SELECT * FROM now);
CREATE INDEX temp.moved_evidence_of ON moved_evidence (finding_id, move);
