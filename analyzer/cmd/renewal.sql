-- Used by renewal.c.

-- name: renewal_forces
SELECT force_no AS number, force_id AS id, name, aliases, 0 AS is_territorial FROM force ORDER BY force_no;

-- name: renewal_requests
SELECT request_no AS number, request_id AS id, request_id AS name, aliases, 0 AS is_territorial FROM request ORDER BY request_no;

-- name: insert_old_waiver
INSERT INTO temp.old_waiver (line, finding_id, rule_id, force_no, request_no, parties_digest, severity, fault)
VALUES (:line, nullif(:finding_id, ''), nullif(upper(:rule_id), ''), nullif(:force_no, 0), nullif(:request_no, 0),
        nullif(:parties_digest, ''), nullif(:severity, ''), nullif(:fault, ''));

-- name: insert_former_finding
INSERT OR IGNORE INTO temp.former_finding (finding_id, rule_id, force_id, tool_id, request_id, question_id)
VALUES (:finding_id, :rule_id, nullif(:force_id, ''), nullif(:tool_id, ''), nullif(:request_id, ''), nullif(:question_id, ''));

-- name: renewed_rows
-- What is written in the place of the row of that line.
SELECT finding_id, parties_digest, is_kept FROM temp.renewed WHERE line = :line ORDER BY finding_id;

-- name: renewal_left
SELECT l.line, coalesce(w.finding_id, w.rule_id, '') AS what, l.why
FROM temp.left_out l
LEFT JOIN temp.old_waiver w ON w.line = l.line
ORDER BY l.line;

-- name: renewal_moved
-- Waivers whose finding has another id now.
SELECT r.line, w.finding_id AS was, coalesce(group_concat(r.finding_id, ', '), 'by rule and force alone') AS now
FROM (SELECT * FROM temp.renewed ORDER BY line, finding_id) r
JOIN temp.old_waiver w ON w.line = r.line
WHERE NOT r.is_kept
GROUP BY r.line
ORDER BY r.line;

-- name: renewal_counts
SELECT count(*) AS rows, (SELECT count(*) FROM temp.left_out) AS left_out,
       (SELECT count(DISTINCT line) FROM temp.renewed WHERE is_kept) AS kept,
       (SELECT count(DISTINCT line) FROM temp.renewed WHERE NOT is_kept) AS renewed,
       (SELECT count(*) FROM temp.renewed) AS written
FROM temp.old_waiver;
