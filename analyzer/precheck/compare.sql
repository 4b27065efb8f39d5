-- Used by compare.c.

-- name: precheck_findings
SELECT f.finding_id, f.rule_id, r.title, r.basis, f.severity, f.certainty, f.status, f.message, o.force_id, t.tool_id,
       q.request_id, u.question_id, f.date, f.parties_digest, k.matter_id
FROM finding f
JOIN rule r ON r.rule_id = f.rule_id
LEFT JOIN force o ON o.force_no = f.force_no
LEFT JOIN tool t ON t.tool_no = f.tool_no
LEFT JOIN request q ON q.request_no = f.request_no
LEFT JOIN question u ON u.question_no = f.question_no
LEFT JOIN matter k ON k.matter_no = f.matter_no
ORDER BY f.finding_no;

-- name: precheck_evidence
SELECT f.finding_id, e.role, e.file_kind, e.row_id, e.force_id, e.file || ':' || e.line AS source
FROM v_evidence e
JOIN finding f ON f.finding_no = e.finding_no;

-- name: insert_past_finding
INSERT OR IGNORE INTO temp.past_finding (finding_id, rule_id, title, basis, severity, certainty, status, message,
                                         force_id, tool_id, request_id, question_id, date, parties_digest, matter_id)
VALUES (:finding_id, :rule_id, :title, :basis, :severity, :certainty, :status, :message,
        :force_id, :tool_id, :request_id, :question_id, :date, :parties_digest, :matter_id);

-- name: insert_past_evidence
INSERT INTO temp.past_evidence (finding_id, role, file_kind, row_id, force_id, source)
VALUES (:finding_id, :role, :file_kind, :row_id, :force_id, :source);

-- name: precheck_created
-- Only with the draft: the worst first, those whose key has its force before those about several.
SELECT f.finding_no AS no, f.finding_id, f.rule_id, r.title, r.basis, f.severity, f.certainty, f.status, o.force_id,
       t.tool_id, q.request_id, u.question_id, f.date, f.message,
       (SELECT k.matter_id FROM matter k WHERE k.matter_no = f.matter_no) AS matter_id
FROM finding f
JOIN rule r ON r.rule_id = f.rule_id
JOIN severity s ON s.severity = f.severity
LEFT JOIN force o ON o.force_no = f.force_no
LEFT JOIN tool t ON t.tool_no = f.tool_no
LEFT JOIN request q ON q.request_no = f.request_no
LEFT JOIN question u ON u.question_no = f.question_no
WHERE NOT EXISTS (SELECT 1 FROM temp.past_finding p WHERE p.finding_id = f.finding_id)
ORDER BY o.force_id IS NOT :force_id, s.rank DESC, f.certainty, f.finding_id;

-- name: precheck_resolved
SELECT p.past_no AS no, p.finding_id, p.rule_id, p.title, p.basis, p.severity, p.certainty, p.status, p.force_id,
       p.tool_id, p.request_id, p.question_id, p.date, p.message, p.matter_id
FROM temp.past_finding p
JOIN severity s ON s.severity = p.severity
WHERE p.status = 'open' AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.finding_id = p.finding_id)
ORDER BY p.force_id IS NOT :force_id, s.rank DESC, p.certainty, p.finding_id;

-- name: precheck_joined
-- In both, as severe and as sure as before, and the draft is evidence of it.
SELECT f.finding_no AS no, f.finding_id, f.rule_id, r.title, r.basis, f.severity, f.certainty, f.status, o.force_id,
       t.tool_id, q.request_id, u.question_id, f.date, f.message,
       (SELECT k.matter_id FROM matter k WHERE k.matter_no = f.matter_no) AS matter_id
FROM finding f
JOIN temp.past_finding p ON p.finding_id = f.finding_id
JOIN rule r ON r.rule_id = f.rule_id
JOIN severity s ON s.severity = f.severity
LEFT JOIN force o ON o.force_no = f.force_no
LEFT JOIN tool t ON t.tool_no = f.tool_no
LEFT JOIN request q ON q.request_no = f.request_no
LEFT JOIN question u ON u.question_no = f.question_no
WHERE f.severity = p.severity AND f.certainty = p.certainty AND f.status = p.status
  AND EXISTS (SELECT 1 FROM temp.moved_evidence m
              WHERE m.finding_id = f.finding_id AND m.move = 'gained' AND m.file_kind = 'responses'
                AND (m.row_id = :draft_id OR substr(m.row_id, 1, length(:draft_id) + 1) = :draft_id || ':'))
ORDER BY o.force_id IS NOT :force_id, s.rank DESC, f.certainty, f.finding_id;

-- name: precheck_changed
-- In both, with another severity or certainty, or on other rows that are not the draft's.
SELECT f.finding_no AS no, f.finding_id, f.rule_id, r.title, r.basis, f.severity, f.certainty, f.status, o.force_id,
       t.tool_id, q.request_id, u.question_id, f.date, f.message,
       (SELECT k.matter_id FROM matter k WHERE k.matter_no = f.matter_no) AS matter_id,
       CASE WHEN p.severity <> f.severity THEN p.severity END AS was_severity,
       CASE WHEN p.certainty <> f.certainty THEN p.certainty END AS was_certainty,
       CASE WHEN p.status <> f.status THEN p.status END AS was_status
FROM finding f
JOIN temp.past_finding p ON p.finding_id = f.finding_id
JOIN rule r ON r.rule_id = f.rule_id
JOIN severity s ON s.severity = f.severity
LEFT JOIN force o ON o.force_no = f.force_no
LEFT JOIN tool t ON t.tool_no = f.tool_no
LEFT JOIN request q ON q.request_no = f.request_no
LEFT JOIN question u ON u.question_no = f.question_no
WHERE f.severity <> p.severity OR f.certainty <> p.certainty OR f.status <> p.status
   OR ((p.parties_digest IS NOT f.parties_digest
        OR EXISTS (SELECT 1 FROM temp.moved_evidence m WHERE m.finding_id = f.finding_id))
       AND NOT EXISTS (SELECT 1 FROM temp.moved_evidence m
                       WHERE m.finding_id = f.finding_id AND m.move = 'gained' AND m.file_kind = 'responses'
                         AND (m.row_id = :draft_id OR substr(m.row_id, 1, length(:draft_id) + 1) = :draft_id || ':')))
ORDER BY o.force_id IS NOT :force_id, s.rank DESC, f.certainty, f.finding_id;

-- name: precheck_remaining
-- Open in both and on the same rows, about this force on this tool.
SELECT f.finding_no AS no, f.finding_id, f.rule_id, r.title, r.basis, f.severity, f.certainty, f.status, o.force_id,
       t.tool_id, q.request_id, u.question_id, f.date, f.message,
       (SELECT k.matter_id FROM matter k WHERE k.matter_no = f.matter_no) AS matter_id
FROM finding f
JOIN temp.past_finding p ON p.finding_id = f.finding_id
JOIN rule r ON r.rule_id = f.rule_id
JOIN severity s ON s.severity = f.severity
JOIN tool t ON t.tool_no = f.tool_no
LEFT JOIN force o ON o.force_no = f.force_no
LEFT JOIN request q ON q.request_no = f.request_no
LEFT JOIN question u ON u.question_no = f.question_no
WHERE t.tool_id = :tool_id AND f.status = 'open' AND p.status = 'open' AND f.severity = p.severity
  AND f.certainty = p.certainty AND p.parties_digest IS f.parties_digest
  AND (o.force_id IS :force_id
       OR (o.force_id IS NULL AND EXISTS (SELECT 1 FROM temp.past_evidence e
                                          WHERE e.finding_id = f.finding_id AND e.force_id = :force_id)))
  AND NOT EXISTS (SELECT 1 FROM temp.moved_evidence m WHERE m.finding_id = f.finding_id)
ORDER BY s.rank DESC, f.certainty, f.finding_id;

-- name: precheck_rests_on
-- The draft has no line in any file.
SELECT e.role, e.kind, e.row_id AS id,
       iif(e.kind = 'response' AND (e.row_id = :draft_id OR substr(e.row_id, 1, length(:draft_id) + 1) = :draft_id || ':'),
           'the draft', e.file || ':' || e.line) AS source
FROM v_evidence e
WHERE e.finding_no = :no
ORDER BY source <> 'the draft', e.kind, e.role, e.row_id;

-- name: precheck_rested_on
SELECT e.role, e.file_kind AS kind, e.row_id AS id, e.source
FROM temp.past_finding p
JOIN temp.past_evidence e ON e.finding_id = p.finding_id
WHERE p.past_no = :no
ORDER BY e.file_kind, e.role, e.row_id;
