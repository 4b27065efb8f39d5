-- One finding by its id, or by the beginning of it.
SELECT f.finding_no, f.finding_id, f.rule_id, r.title, f.severity, f.certainty, f.status, f.date,
       f.message, r.rationale, r.source, r.basis, r.remedy, w.reason AS waiver_reason, w.approved_by_role,
       c.change, c.reasons || coalesce(': ' || c.because, '') AS because
FROM finding f
JOIN rule r ON r.rule_id = f.rule_id
LEFT JOIN waiver w ON w.waiver_no = f.waiver_no
LEFT JOIN finding_change c ON c.finding_id = f.finding_id
WHERE f.finding_id = :id OR f.finding_id LIKE :id || '%'
ORDER BY f.finding_id = :id DESC, f.finding_id
LIMIT 2
