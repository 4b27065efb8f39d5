-- Used by cmd_explain.c and cmd_waive.c.

-- name: find_matter
-- One matter by its id, or by the beginning of it; ambiguous, where others begin so too.
WITH alike AS (
    SELECT matter_no, lower(matter_id) = lower(:id) AS is_exact
    FROM matter
    WHERE lower(substr(matter_id, 1, length(:id))) = lower(:id)
)
SELECT v.matter_id, v.rule_title AS title, v.severity, v.certainty, nullif(v.change, '') AS change, v.rule_ids, v.force_id, v.parties,
       v.tool_ids, v.request_ids, v.question_ids, v.findings, v.finding_ids, v.waived_finding_ids, v.letters, v.first_date,
       v.last_date, v.message, r.rationale, r.source, r.basis, v.remedy, v.was_matter_ids, v.matter_no, v.leading_no,
       NOT a.is_exact AND (SELECT count(*) FROM alike) > 1 AS is_ambiguous
FROM alike a
JOIN v_matters v ON v.matter_no = a.matter_no
JOIN rule r ON r.rule_id = v.rule_id
ORDER BY a.is_exact DESC, v.matter_id
LIMIT 1;

-- name: findings_of_matter
-- The leading one first.
SELECT f.finding_id, f.rule_id, r.title, f.severity, f.certainty, qu.question_id, c.change, f.message, f.parties_digest,
       f.force_no IS NULL AS is_of_several,
       (SELECT group_concat(force_id, ';') FROM (
            SELECT p.force_id FROM finding_party x JOIN force p ON p.force_no = x.force_no
            WHERE x.finding_no = f.finding_no ORDER BY x.force_no)) AS parties
FROM finding f
JOIN rule r ON r.rule_id = f.rule_id
JOIN matter m ON m.matter_no = f.matter_no
LEFT JOIN question qu ON qu.question_no = f.question_no
LEFT JOIN finding_change c ON c.finding_id = f.finding_id
WHERE f.matter_no = :matter_no
ORDER BY f.finding_no <> m.leading_no, f.rule_id, f.finding_id;

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
