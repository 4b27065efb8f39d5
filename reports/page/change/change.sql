-- name: page_change_new
SELECT f.severity, f.message, m.matter_id, m.matter_no, CASE f.certainty WHEN 'possible' THEN 1 END AS is_possible,
       (SELECT 1 FROM temp.page_matter p WHERE p.matter_no = m.matter_no) AS shown
FROM matter_change c
JOIN matter m ON m.matter_no = c.matter_no
JOIN finding f ON f.finding_no = m.leading_no
WHERE c.change = 'new'
ORDER BY m.matter_no
LIMIT (SELECT changes_shown FROM temp.page_size);

-- name: page_change_altered
-- With the name that each had then where it was another, and those that joined it
SELECT f.severity, f.message, m.matter_id, m.matter_no, CASE f.certainty WHEN 'possible' THEN 1 END AS is_possible,
       (SELECT 1 FROM temp.page_matter p WHERE p.matter_no = m.matter_no) AS shown,
       (SELECT group_concat(matter_id, ', ') FROM (
            SELECT b.matter_id FROM former_matter b
            WHERE b.matter_no = m.matter_no AND b.outcome = 'joined' ORDER BY b.place)) AS joined_by,
       CASE WHEN c.was_matter_id IS NULL THEN 1 END AS is_split
FROM matter_change c
JOIN matter m ON m.matter_no = c.matter_no
JOIN finding f ON f.finding_no = m.leading_no
WHERE c.change = 'altered'
ORDER BY m.matter_no
LIMIT (SELECT changes_shown FROM temp.page_size);

-- name: page_change_parts
-- The findings that make one of now new or altered, those of one reason together; those of then that
-- are resolved with it
WITH part AS (
    SELECT iif(c.change = 'new', 1, 2) AS place, c.finding_id, c.reasons, c.because, c.was_severity, c.was_certainty, c.parties_joined,
           c.parties_left, c.change = 'altered' AND coalesce(c.was_severity, c.was_certainty, c.parties_joined, c.parties_left) IS NULL AS moved
    FROM finding f
    JOIN finding_change c ON c.finding_id = f.finding_id
    WHERE f.matter_no = :matter_no AND c.change IN ('new', 'altered')
    UNION ALL
    SELECT 3, r.finding_id, r.reasons, r.because, NULL, NULL, NULL, NULL, 0
    FROM former_matter b
    JOIN resolved_finding r ON ';' || b.finding_ids || ';' LIKE '%;' || r.finding_id || ';%'
    WHERE b.matter_no = :matter_no
)
SELECT CASE place WHEN 1 THEN 'New' WHEN 2 THEN 'Altered' ELSE 'Resolved' END AS label, min(finding_id) AS finding_id,
       nullif(count(*) - 1, 0) AS further, reasons, because, was_severity, was_certainty, parties_joined, parties_left,
       nullif(moved, 0) AS stands_elsewhere
FROM part
GROUP BY place, reasons, because, was_severity, was_certainty, parties_joined, parties_left, moved
ORDER BY place, min(finding_id);

-- name: page_change_resolved
SELECT b.severity, b.message, b.matter_id, nullif(b.findings, 1) AS findings, r.reasons, r.because
FROM resolved_matter b
LEFT JOIN resolved_finding r ON r.finding_id = substr(b.finding_ids || ';', 1, instr(b.finding_ids || ';', ';') - 1)
ORDER BY b.place
LIMIT (SELECT changes_shown FROM temp.page_size);

-- name: page_change_waived
-- Waived findings that are not what was accepted then
SELECT f.finding_id, f.severity, f.message, c.was_severity, c.was_certainty, c.parties_joined, c.parties_left, c.reasons, c.because
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change = 'altered' AND f.status = 'waived'
ORDER BY s.rank DESC, f.certainty, f.finding_id
LIMIT (SELECT changes_shown FROM temp.page_size);

-- name: page_change_inputs
-- Answers, acknowledgements and advice first
SELECT c.file_kind || '.csv' AS file, c.row_id, c.change, coalesce(f.name, c.force_id) AS force, c.columns
FROM input_change c
LEFT JOIN force f ON f.force_id = c.force_id
ORDER BY c.file_kind NOT IN ('responses', 'acknowledgements', 'guidance'), c.file_kind, c.change, c.row_id
LIMIT (SELECT changes_shown FROM temp.page_size);
