-- Used by cmd_explain.c.

-- name: explain_evidence
SELECT role, kind, id, force_id, date, says, note, source_url, file, line, sha256, coded_by,
       coded_confidence, coded_words, text_file,
       CASE WHEN date IS NULL AND kind = 'response'
            THEN (SELECT not_dated(r.received_earliest, r.received_latest, r.retrieved_earliest, r.retrieved_latest)
                  FROM response r WHERE r.line = v_evidence.line LIMIT 1)
            WHEN date IS NULL AND kind = 'acknowledgement'
            THEN (SELECT not_dated(NULL, NULL, a.retrieved_earliest, a.retrieved_latest)
                  FROM acknowledgement a WHERE a.acknowledgement_id = v_evidence.id)
            ELSE 'undated' END AS not_dated
FROM v_evidence
WHERE finding_no = :finding_no
ORDER BY date IS NULL DESC, date, kind, id, role;

-- name: explain_matter_evidence
-- Of all findings of a matter, each row once, with the parts that it plays in them.
SELECT group_concat(DISTINCT role) AS role, kind, id, force_id, date, says, note, source_url, file, line, sha256, coded_by,
       coded_confidence, coded_words, text_file,
       CASE WHEN date IS NULL AND kind = 'response'
            THEN (SELECT not_dated(r.received_earliest, r.received_latest, r.retrieved_earliest, r.retrieved_latest)
                  FROM response r WHERE r.line = e.line LIMIT 1)
            WHEN date IS NULL AND kind = 'acknowledgement'
            THEN (SELECT not_dated(NULL, NULL, a.retrieved_earliest, a.retrieved_latest)
                  FROM acknowledgement a WHERE a.acknowledgement_id = e.id)
            ELSE 'undated' END AS not_dated
FROM (SELECT v.* FROM finding f JOIN v_evidence v ON v.finding_no = f.finding_no
      WHERE f.matter_no = :matter_no
      ORDER BY v.role) e
GROUP BY kind, id, file, line
ORDER BY date IS NULL DESC, date, kind, id;

-- name: explain_carried
-- What the contract does not know of one row, carried along.
SELECT c.column_name, c.value
FROM carried_value c
JOIN input_file i ON i.file_no = c.file_no
WHERE i.name = :file AND c.line = :line
ORDER BY c.column_name;

-- name: explain_rulings
-- Rulings on the matter that the finding does not rest on: those that speak for its tool, and
-- where it is about one force, for that force.
SELECT DISTINCT k.ruling_id, k.body, k.reference, k.force_id, k.date, k.outcome, k.about, k.ordered, k.file, k.line,
       k.source_url, k.ruling_no
FROM finding fi
JOIN ruling_for f ON f.tool_no = fi.tool_no
JOIN v_rulings k ON k.ruling_no = f.ruling_no
WHERE fi.finding_no = :finding_no AND (fi.force_no IS NULL OR fi.force_no = k.force_no)
  AND NOT EXISTS (SELECT 1 FROM finding_evidence e WHERE e.finding_no = fi.finding_no AND e.ruling_no = k.ruling_no)
ORDER BY k.ruling_no;
