SELECT role, kind, id, force_id, date, says, source_url, file, line, sha256
FROM v_evidence
WHERE finding_no = ?
ORDER BY date IS NULL DESC, date, kind, id, role
