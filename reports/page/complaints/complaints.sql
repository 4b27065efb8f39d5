-- name: page_complaint_forces
-- A row where a force has one
SELECT count(*) AS forces FROM v_complaint_risk_of_forces HAVING count(*) > 0;

-- name: page_complaints
-- Forces by their complaint risk
SELECT c.force_no, c.force, fixed(c.complaint_risk, 2) AS complaint_risk, c.matters, (SELECT o.worst FROM temp.page_other_basis o WHERE o.force_no = c.force_no) AS worst_otherwise,
       w.response_id, coalesce(l.date_responded, iif(l.letter_no IS NULL, NULL, not_dated(l.received_earliest, l.received_latest, r.retrieved_earliest, r.retrieved_latest))) AS date_responded, fixed(k.after, 2) AS after
FROM (SELECT * FROM v_complaint_risk_of_forces ORDER BY complaint_risk DESC, force LIMIT (SELECT complaints_shown FROM temp.page_size)) c
LEFT JOIN correction k ON k.aim = 'complaint_risk' AND k.force_no = c.force_no
LEFT JOIN letter l ON l.letter_no = k.letter_no
LEFT JOIN response_wording w ON w.response_no = l.response_no
LEFT JOIN response r ON r.response_no = l.response_no
ORDER BY c.complaint_risk DESC, c.force
LIMIT (SELECT complaints_shown FROM temp.page_size);

-- name: page_complaint_parts
-- What that of one force is made of: of the first twelve matters the finding that enters, and how
-- many more report the same
SELECT f.finding_id, fixed(p.weight, 3) AS weight, nullif(p.further, 0) AS further, plural(p.further, 'other finding', 'other findings') AS others,
       f.severity || CASE f.certainty WHEN 'possible' THEN ', possible' ELSE '' END AS severity,
       (SELECT 1 FROM temp.page_finding s WHERE s.finding_no = p.finding_no) AS shown
FROM (SELECT q.*, g.finding_id, (SELECT count(*) FROM complaint_part o WHERE o.matter_no = q.matter_no) - 1 AS further
      FROM complaint_part q JOIN finding g ON g.finding_no = q.finding_no
      WHERE q.force_no = :force_no AND q.counts ORDER BY q.weight DESC, g.finding_id LIMIT 12) p
JOIN finding f ON f.finding_no = p.finding_no
ORDER BY p.weight DESC, p.finding_id;
