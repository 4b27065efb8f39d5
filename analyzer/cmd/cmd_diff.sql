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

-- name: diff_matters
-- How the matters of then and of now add up. The views of the database would look at its own baseline.
SELECT (SELECT count(*) FROM former_matter) AS "before",
       (SELECT count(*) FROM matter_change) AS now,
       (SELECT count(*) FROM matter_change WHERE change = 'new') AS new,
       (SELECT count(*) FROM matter_change WHERE change = 'altered') AS altered,
       (SELECT count(*) FROM matter_change WHERE change = 'persisting') AS persisting,
       (SELECT count(*) FROM former_matter WHERE outcome = 'resolved') AS resolved,
       (SELECT count(*) FROM former_matter WHERE outcome = 'joined') AS joined,
       (SELECT count(*) FROM matter_change WHERE change <> 'new' AND was_matter_id IS NULL) AS split;

-- name: diff_new_matters
SELECT m.matter_id, f.severity, f.certainty, f.message, NULL AS was_matter_ids, m.matter_no, NULL AS old_matter_id
FROM matter_change c
JOIN matter m ON m.matter_no = c.matter_no
JOIN finding f ON f.finding_no = m.leading_no
WHERE c.change = 'new'
ORDER BY m.matter_no;

-- name: diff_altered_matters
-- With the name that each had then where it was another, and those that joined it.
SELECT m.matter_id, f.severity, f.certainty, f.message,
       (SELECT group_concat(matter_id, ', ') FROM (
            SELECT b.matter_id FROM former_matter b
            WHERE b.matter_no = m.matter_no AND b.matter_id <> m.matter_id
            ORDER BY b.outcome <> 'goes on', b.place)) AS was_matter_ids, m.matter_no, NULL AS old_matter_id
FROM matter_change c
JOIN matter m ON m.matter_no = c.matter_no
JOIN finding f ON f.finding_no = m.leading_no
WHERE c.change = 'altered'
ORDER BY m.matter_no;

-- name: diff_resolved_matters
SELECT matter_id, severity, certainty, message, NULL AS was_matter_ids, NULL AS matter_no, matter_id AS old_matter_id
FROM former_matter
WHERE outcome = 'resolved'
ORDER BY place;

-- name: diff_new_matters_json
SELECT m.matter_id, f.severity, f.certainty, f.message,
       (SELECT json_group_array(finding_id) FROM (
            SELECT i.finding_id
            FROM finding i JOIN matter k ON k.matter_no = i.matter_no
            WHERE i.matter_no = m.matter_no ORDER BY i.finding_no <> k.leading_no, i.finding_id))
           AS finding_ids_json
FROM matter_change c
JOIN matter m ON m.matter_no = c.matter_no
JOIN finding f ON f.finding_no = m.leading_no
WHERE c.change = 'new'
ORDER BY m.matter_no;

-- name: diff_altered_matters_json
SELECT m.matter_id, f.severity, f.certainty, f.message,
       (SELECT json_group_array(finding_id) FROM (
            SELECT i.finding_id
            FROM finding i JOIN matter k ON k.matter_no = i.matter_no
            WHERE i.matter_no = m.matter_no ORDER BY i.finding_no <> k.leading_no, i.finding_id))
           AS finding_ids_json,
       (SELECT json_group_array(matter_id) FROM (
            SELECT b.matter_id FROM former_matter b WHERE b.matter_no = m.matter_no ORDER BY b.outcome <> 'goes on', b.place))
           AS was_matter_ids_json
FROM matter_change c
JOIN matter m ON m.matter_no = c.matter_no
JOIN finding f ON f.finding_no = m.leading_no
WHERE c.change = 'altered'
ORDER BY m.matter_no;

-- name: diff_resolved_matters_json
SELECT matter_id, severity, certainty, message, '["' || replace(finding_ids, ';', '","') || '"]' AS finding_ids_json
FROM former_matter
WHERE outcome = 'resolved'
ORDER BY place;

-- name: diff_matter_parts
-- The findings that make a matter new, altered or resolved, those of one reason together. One of
-- then is told of where its matter goes on, or which it joined.
WITH part AS (
    SELECT iif(c.change = 'new', 1, 2) AS place, c.finding_id, c.reasons, c.because,
           trim(coalesce('; was ' || c.was_severity, '') || coalesce('; was ' || c.was_certainty, '')
                || coalesce('; joined: ' || replace(c.parties_joined, '; ', ', '), '')
                || coalesce('; left: ' || replace(c.parties_left, '; ', ', '), '')
                || iif(c.change = 'altered' AND coalesce(c.was_severity, c.was_certainty, c.parties_joined, c.parties_left) IS NULL,
                       '; the parties stand elsewhere', ''), '; ') AS what
    FROM finding f
    JOIN finding_change c ON c.finding_id = f.finding_id
    WHERE f.matter_no = :matter_no AND c.change IN ('new', 'altered')
    UNION ALL
    SELECT 3, r.finding_id, r.reasons, r.because, ''
    FROM former_matter b
    JOIN resolved_finding r ON ';' || b.finding_ids || ';' LIKE '%;' || r.finding_id || ';%'
    WHERE b.matter_no = :matter_no OR (b.outcome = 'resolved' AND b.matter_id = :old_matter_id)
)
SELECT CASE place WHEN 1 THEN 'New' WHEN 2 THEN 'Altered' ELSE 'Resolved' END AS label, count(*) AS findings,
       min(finding_id) AS first_finding_id, what, reasons, because
FROM part
GROUP BY place, what, reasons, because
ORDER BY place, min(finding_id);

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
WHERE c.change = 'altered' AND (NOT coalesce(:waived_only, 0) OR f.status = 'waived')
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
