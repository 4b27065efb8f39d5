UPDATE finding
SET status = 'waived',
    waiver_no = (SELECT min(m.waiver_no) FROM v_waiver_matches m
                 WHERE m.finding_no = finding.finding_no AND m.is_live)
WHERE finding_no IN (SELECT finding_no FROM v_waiver_matches WHERE is_live);

INSERT INTO notice (file_no, line, code, message)
SELECT file_no, line, 'waiver-' || state,
       'the waiver of ' || what || CASE state
           WHEN 'expired' THEN ' expired on ' || expires_on || ' and has no effect' || CASE findings
               WHEN 0 THEN '; it would match nothing' WHEN 1 THEN '; 1 finding that it would match is open'
               ELSE '; ' || findings || ' findings that it would match are open' END
           WHEN 'unmatched' THEN ' matches no finding of this audit: take it out if the matter is settled'
           WHEN 'unknown-rule' THEN ' has no effect: there is no such rule' END
FROM v_waivers
WHERE state <> 'live'
ORDER BY waiver_no;
