-- A waiver is live up to and including expires_on, measured at as-of (clause 39).
UPDATE finding
SET status = 'waived',
    waiver_no = (SELECT min(w.waiver_no) FROM waiver w, audit
                 WHERE w.expires_latest >= coalesce(audit.as_of_day, w.expires_latest)
                   AND (w.finding_id = finding.finding_id
                        OR (upper(w.rule_id) = finding.rule_id AND w.force_no = finding.force_no
                            AND (w.request_no IS NULL OR w.request_no = finding.request_no))))
WHERE EXISTS (SELECT 1 FROM waiver w, audit
              WHERE w.expires_latest >= coalesce(audit.as_of_day, w.expires_latest)
                AND (w.finding_id = finding.finding_id
                     OR (upper(w.rule_id) = finding.rule_id AND w.force_no = finding.force_no
                         AND (w.request_no IS NULL OR w.request_no = finding.request_no))));
