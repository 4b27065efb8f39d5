UPDATE finding
SET status = 'waived', waiver_no = m.waiver_no
FROM (SELECT finding_no, min(waiver_no) AS waiver_no FROM v_waiver_matches WHERE is_live GROUP BY finding_no) m
WHERE m.finding_no = finding.finding_no;

INSERT INTO notice (file_no, line, code, message)
SELECT file_no, line, 'waiver-' || state,
       'the waiver of ' || what || CASE state
           WHEN 'expired' THEN ' expired on ' || expires_on || ' and has no effect' || CASE findings
               WHEN 0 THEN '; it would match nothing' WHEN 1 THEN '; 1 finding that it would match is open'
               ELSE '; ' || findings || ' findings that it would match are open' END
           WHEN 'unmatched' THEN CASE
               WHEN EXISTS (SELECT 1 FROM waiver w JOIN finding f ON f.rule_id = upper(w.rule_id) AND f.force_no IS NULL
                            WHERE w.waiver_no = v_waivers.waiver_no)
               THEN ' has no effect: findings of this rule are not of one force; waive each by its finding_id (`concord waive` writes the row)'
               ELSE ' matches no finding of this audit: take it out if the matter is settled' END
           WHEN 'unknown-rule' THEN ' has no effect: there is no such rule'
           WHEN 'parties-not-named' THEN ' has no effect: the finding is not of one force, and parties_digest does not say for whom it '
               || 'is waived (`concord waive` writes the row)'
           WHEN 'parties-changed' THEN ' has no effect: the parties changed since; now '
               || coalesce((SELECT v.parties || ' (' || v.parties_digest || ')' FROM v_findings v WHERE v.finding_id = finding_ids), 'they differ')
           END
FROM v_waivers
WHERE state <> 'live'
ORDER BY waiver_no;

INSERT INTO notice (file_no, line, code, message)
SELECT file_no, line, 'waiver-worse',
       'worse than when waived: the waiver of ' || what || ' accepted a finding of severity ' || was_severity || '; '
       || replace(worse_finding_ids, ';', ', ') || iif(instr(worse_finding_ids, ';'), ' are', ' is') || ' '
       || (SELECT s.severity FROM finding f JOIN severity s ON s.severity = f.severity
           WHERE instr(';' || worse_finding_ids || ';', ';' || f.finding_id || ';') ORDER BY s.rank DESC LIMIT 1)
       || ' now and stay waived: look at it again, and take the row out if that was not meant'
FROM v_waivers
WHERE worse_finding_ids IS NOT NULL
ORDER BY waiver_no;
