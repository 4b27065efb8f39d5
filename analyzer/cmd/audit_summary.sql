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
-- Matters, and how many findings they are.
SELECT s.severity, (SELECT count(*) FROM matter m JOIN finding f ON f.finding_no = m.leading_no WHERE f.severity = s.severity) AS open,
       (SELECT count(*) FROM finding f WHERE f.status = 'open') AS findings,
       (SELECT count(*) FROM finding f WHERE f.status = 'waived') AS waived
FROM severity s
ORDER BY s.rank DESC;

-- name: count_changes
-- What became of the matters since the baseline; no row without one.
SELECT b.pack, coalesce(b.as_of, 'no date') AS as_of, m."before", m.new, m.altered, m.persisting, m.resolved, m.joined, m.split,
       b.pack <> (SELECT pack FROM audit) AS is_of_another_pack, b.as_of > (SELECT as_of FROM audit) AS is_later
FROM baseline b
CROSS JOIN matter_accounting m;

-- name: worst_changes
-- The matters that are new or altered, the worst first.
SELECT o.finding_id, o.severity, o.certainty, o.made_of, f.message
FROM matter_change c
JOIN temp.page_order o ON o.matter_no = c.matter_no
JOIN finding f ON f.finding_no = o.finding_no
WHERE c.change IN ('new', 'altered')
ORDER BY o.place
LIMIT 5;

-- name: count_waivers
-- All NULL where there are none.
SELECT sum(state = 'live') AS live, sum(state = 'expired') AS expired,
       sum(state IN ('unmatched', 'unknown-rule')) AS unmatched,
       sum(state IN ('parties-changed', 'parties-not-named')) AS for_others, sum(worse_finding_ids IS NOT NULL) AS worse
FROM v_waivers;
