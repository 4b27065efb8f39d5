-- name: page_change_new
SELECT f.finding_id, f.severity, f.message, c.reasons, c.because,
       CASE f.certainty WHEN 'possible' THEN 1 END AS is_possible,
       (SELECT 1 FROM temp.page_finding p WHERE p.finding_no = f.finding_no) AS shown
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'new' AND f.status = 'open'
ORDER BY s.rank DESC, f.certainty, f.finding_id
LIMIT (SELECT changes_shown FROM temp.page_size);

-- name: page_change_altered
SELECT f.finding_id, f.severity, f.message, c.was_severity, c.was_certainty, c.parties_joined, c.parties_left, c.reasons, c.because,
       CASE f.certainty WHEN 'possible' THEN 1 END AS is_possible, CASE f.status WHEN 'waived' THEN 1 END AS is_waived,
       CASE WHEN coalesce(c.was_severity, c.was_certainty, c.parties_joined, c.parties_left) IS NULL THEN 1 END AS stands_elsewhere,
       (SELECT 1 FROM temp.page_finding p WHERE p.finding_no = f.finding_no) AS shown
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'altered'
ORDER BY s.rank DESC, f.certainty, f.finding_id
LIMIT (SELECT changes_shown FROM temp.page_size);

-- name: page_change_resolved
SELECT r.finding_id, r.severity, r.message, r.reasons, r.because
FROM resolved_finding r
JOIN severity s ON s.severity = r.severity
ORDER BY s.rank DESC, r.finding_id
LIMIT (SELECT changes_shown FROM temp.page_size);

-- name: page_change_inputs
-- Answers, acknowledgements and advice first
SELECT c.file_kind || '.csv' AS file, c.row_id, c.change, coalesce(f.name, c.force_id) AS force, c.columns
FROM input_change c
LEFT JOIN force f ON f.force_id = c.force_id
ORDER BY c.file_kind NOT IN ('responses', 'acknowledgements', 'guidance'), c.file_kind, c.change, c.row_id
LIMIT (SELECT changes_shown FROM temp.page_size);
