-- Used by cmd_diff.c.

-- name: diff_sides
-- Which two audits.
SELECT o.pack AS old_pack, o.as_of AS old_as_of, o.version AS old_version,
       n.pack AS new_pack, n.as_of AS new_as_of, n.version AS new_version
FROM baseline o
CROSS JOIN audit n;

-- name: diff_old
SELECT pack, as_of, version FROM baseline;

-- name: diff_new
SELECT pack, as_of, version FROM audit;

-- name: diff_counts
SELECT (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'new' AND f.status = 'open') AS new,
       (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'altered' AND f.status = 'open') AS altered,
       (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'persisting' AND f.status = 'open') AS persisting,
       (SELECT count(*) FROM resolved_finding) AS resolved;

-- name: diff_new_findings
SELECT f.finding_id, f.severity, f.certainty, f.status, f.message, c.reasons, c.because
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'new' AND f.status = 'open'
ORDER BY s.rank DESC, f.finding_id;

-- name: diff_altered_findings
-- Findings of both audits with other parties, severity or certainty; waived ones too, since
-- what was accepted may not be what stands there now.
SELECT f.finding_id, f.severity, f.certainty, f.status, f.message, c.reasons, c.because,
       trim(coalesce('; was ' || c.was_severity, '') || coalesce('; was ' || c.was_certainty, '')
            || coalesce('; joined: ' || replace(c.parties_joined, '; ', ', '), '')
            || coalesce('; left: ' || replace(c.parties_left, '; ', ', '), '')
            || iif(coalesce(c.was_severity, c.was_certainty, c.parties_joined, c.parties_left) IS NULL,
                   '; the parties stand elsewhere', ''), '; ') AS what
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'altered'
ORDER BY s.rank DESC, f.finding_id;

-- name: diff_resolved_findings
SELECT r.finding_id, r.severity, r.certainty, '' AS status, r.message, r.reasons, r.because
FROM resolved_finding r
JOIN severity s ON s.severity = r.severity
ORDER BY s.rank DESC, r.finding_id;

-- name: diff_joined_findings
-- Findings that persist for the same parties and rest on other rows than before.
SELECT f.finding_id, f.severity, f.certainty, f.status, f.message, NULL AS reasons, NULL AS because,
       trim(coalesce('; gained ' || replace(c.evidence_gained, '; ', ', '), '')
            || coalesce('; lost ' || replace(c.evidence_lost, '; ', ', '), ''), '; ') AS what
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'persisting' AND (c.evidence_gained IS NOT NULL OR c.evidence_lost IS NOT NULL)
ORDER BY s.rank DESC, f.finding_id;

-- name: diff_reworded_findings
-- Findings that persist for the same parties on the same rows, and say something else: a row
-- that they rest on was changed.
SELECT f.finding_id, f.severity, f.certainty, f.status, f.message, NULL AS reasons, NULL AS because,
       'the rows it rests on, or their names, were changed' AS what
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'persisting' AND c.is_reworded AND c.evidence_gained IS NULL AND c.evidence_lost IS NULL
ORDER BY s.rank DESC, f.finding_id;

-- name: diff_input_counts
SELECT file_kind || '.csv' AS file, sum(change = 'added') AS added, sum(change = 'changed') AS changed,
       sum(change = 'withdrawn') AS withdrawn
FROM input_change
GROUP BY file_kind
ORDER BY file_kind NOT IN ('responses', 'acknowledgements', 'guidance'), file_kind;

-- name: diff_inputs
SELECT file_kind || '.csv' AS file, row_id, change, force_id, tool_id, request_id, columns
FROM input_change
ORDER BY file_kind NOT IN ('responses', 'acknowledgements', 'guidance'), file_kind, change, row_id;

-- name: diff_rules
SELECT rule_id, change, title FROM rule_change ORDER BY change, rule_id;
