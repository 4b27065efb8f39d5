-- One finding by its id, or by the beginning of it.
SELECT f.finding_no, f.finding_id, f.rule_id, r.title, f.severity, f.certainty, f.status, f.date,
       f.message, r.rationale, r.source, r.basis, r.remedy, w.reason, w.approved_by_role
FROM finding f
JOIN rule r ON r.rule_id = f.rule_id
LEFT JOIN waiver w ON w.waiver_no = f.waiver_no
WHERE f.finding_id = :id OR f.finding_id LIKE :id || '%'
ORDER BY f.finding_id = :id DESC, f.finding_id
LIMIT 2
