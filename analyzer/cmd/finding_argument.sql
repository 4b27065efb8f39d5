-- Used by cmd_explain.c and cmd_waive.c.

-- name: find_finding
-- One finding by its id, or by the beginning of it; ambiguous, where others begin so too.
WITH alike AS (
    SELECT finding_no, lower(finding_id) = lower(:id) AS is_exact
    FROM finding
    WHERE lower(substr(finding_id, 1, length(:id))) = lower(:id)
)
SELECT f.finding_no, f.finding_id, f.rule_id, r.title, f.severity, f.certainty, f.status, f.date,
       f.message, r.rationale, r.source, r.basis, coalesce(f.remedy, r.remedy) AS remedy, w.reason AS waiver_reason, w.approved_by_role,
       c.change, c.reasons || coalesce(': ' || c.because, '') AS because,
       (SELECT group_concat(force_id, ';') FROM (
            SELECT p.force_id FROM finding_party x JOIN force p ON p.force_no = x.force_no
            WHERE x.finding_no = f.finding_no ORDER BY x.force_no)) AS parties,
       f.parties_digest, f.force_no IS NULL AS is_of_several,
       (SELECT k.matter_id || coalesce(', with ' || group_concat(o.finding_id, ', '), '')
        FROM matter k
        LEFT JOIN (SELECT matter_no, finding_id, finding_no FROM finding ORDER BY rule_id, finding_id) o
               ON o.matter_no = k.matter_no AND o.finding_no <> f.finding_no
        WHERE k.matter_no = f.matter_no) AS matter,
       NOT a.is_exact AND (SELECT count(*) FROM alike) > 1 AS is_ambiguous
FROM alike a
JOIN finding f ON f.finding_no = a.finding_no
JOIN rule r ON r.rule_id = f.rule_id
LEFT JOIN waiver w ON w.waiver_no = f.waiver_no
LEFT JOIN finding_change c ON c.finding_id = f.finding_id
ORDER BY a.is_exact DESC, f.finding_id
LIMIT 1;
