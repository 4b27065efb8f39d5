-- Used by audit_summary.c.

-- name: count_loaded
-- What came of the rows of the pack itself.
SELECT count(*) AS files, sum(read) AS read, sum(accepted) AS accepted, sum(duplicate) AS duplicate,
       sum(rejected) AS rejected
FROM input_file
WHERE origin = 'pack';

-- name: count_readings
SELECT (SELECT count(*) FROM response_wording WHERE coded_by = 'machine') AS machine,
       (SELECT count(*) FROM v_unread_letters) AS unread, (SELECT count(*) FROM disagreement) AS disagreements, l.letters, l.files, l.unreadable, l.rows, l.review, l.without_force
FROM audit
LEFT JOIN letters_read l ON true;

-- name: count_by_severity
SELECT s.severity, sum(f.status = 'open') AS open, sum(f.status = 'waived') AS waived
FROM severity s
LEFT JOIN finding f ON f.severity = s.severity
GROUP BY s.severity
ORDER BY s.rank DESC;

-- name: count_changes
-- What changed since the baseline; no row without one.
SELECT pack, coalesce(as_of, 'no date') AS as_of,
       (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'new' AND f.status = 'open') AS new,
       (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'altered' AND f.status = 'open') AS altered,
       (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'persisting' AND f.status = 'open') AS persisting,
       (SELECT count(*) FROM resolved_finding) AS resolved,
       pack <> (SELECT pack FROM audit) AS is_of_another_pack, as_of > (SELECT as_of FROM audit) AS is_later
FROM baseline;

-- name: worst_changes
-- The open findings that are new or altered, the worst first.
SELECT f.finding_id, f.severity, f.certainty, f.message
FROM finding_change c
JOIN finding f ON f.finding_id = c.finding_id
JOIN severity s ON s.severity = f.severity
WHERE c.change IN ('new', 'altered') AND f.status = 'open'
ORDER BY s.rank DESC, f.certainty, f.finding_id
LIMIT 5;

-- name: count_waivers
-- All NULL where there are none.
SELECT sum(state = 'live') AS live, sum(state = 'expired') AS expired,
       sum(state IN ('unmatched', 'unknown-rule')) AS unmatched,
       sum(state IN ('parties-changed', 'parties-not-named')) AS for_others
FROM v_waivers;
