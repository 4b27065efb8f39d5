-- name: page_compliance_forces
-- A row where a force has an index
SELECT count(*) AS forces FROM v_compliance_of_forces HAVING count(*) > 0;

-- name: page_compliance
-- Forces by their compliance index
SELECT c.force_no, c.force, fixed(c.compliance, 2) AS compliance, c.causes,
       w.response_id, coalesce(l.date_responded, iif(l.letter_no IS NULL, NULL, not_dated(l.received_earliest, l.received_latest, r.retrieved_earliest, r.retrieved_latest))) AS date_responded, fixed(k.after, 2) AS after
FROM (SELECT * FROM v_compliance_of_forces ORDER BY compliance DESC, force LIMIT (SELECT complying_shown FROM temp.page_size)) c
LEFT JOIN correction k ON k.aim = 'compliance' AND k.force_no = c.force_no
LEFT JOIN letter l ON l.letter_no = k.letter_no
LEFT JOIN response_wording w ON w.response_no = l.response_no
LEFT JOIN response r ON r.response_no = l.response_no
ORDER BY c.compliance DESC, c.force
LIMIT (SELECT complying_shown FROM temp.page_size);

-- name: page_compliance_parts
-- What one force's index is made of, the first twelve
SELECT f.finding_id, fixed(p.weight, 3) AS weight,
       CASE WHEN NOT p.counts
            THEN (SELECT c.finding_id FROM compliance_part o JOIN finding c ON c.finding_no = o.finding_no
                  WHERE o.cause_no = p.cause_no AND o.counts) END AS counted_with,
       f.severity || CASE f.certainty WHEN 'possible' THEN ', possible' ELSE '' END AS severity,
       (SELECT 1 FROM temp.page_finding s WHERE s.finding_no = p.finding_no) AS shown
FROM (SELECT q.*, g.finding_id FROM compliance_part q JOIN finding g ON g.finding_no = q.finding_no
      WHERE q.force_no = :force_no ORDER BY q.weight DESC, g.finding_id LIMIT 12) p
JOIN finding f ON f.finding_no = p.finding_no
ORDER BY p.weight DESC, p.finding_id;
