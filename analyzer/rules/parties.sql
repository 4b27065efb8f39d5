-- Who stands where in each finding: the force of its key, or, where it has none, the forces
-- of the evidence in the roles that its rule names (of all evidence where it names none).
INSERT INTO finding_party
SELECT finding_no, force_no FROM finding WHERE force_no IS NOT NULL;

INSERT OR IGNORE INTO finding_party
SELECT finding_no, force_no
FROM (SELECT f.finding_no, coalesce(r.force_no, a.force_no, c.force_no, k.force_no, m.force_no) AS force_no
      FROM finding f
      CROSS JOIN rule u ON u.rule_id = f.rule_id
      CROSS JOIN finding_evidence e ON e.finding_no = f.finding_no
      LEFT JOIN response r ON r.response_no = e.response_no
      LEFT JOIN acknowledgement a ON a.acknowledgement_no = e.acknowledgement_no
      LEFT JOIN circulation c ON c.circulation_no = e.circulation_no
      LEFT JOIN commitment k ON k.commitment_no = e.commitment_no
      LEFT JOIN membership m ON m.membership_no = e.membership_no
      WHERE f.force_no IS NULL
        AND (u.party_roles IS NULL OR instr(' ' || u.party_roles || ' ', ' ' || e.role || ' ')))
WHERE force_no IS NOT NULL;

UPDATE finding
SET parties_digest = 'p' || short_digest(coalesce((
        SELECT group_concat(force_id, ';')
        FROM (SELECT f.force_id
              FROM finding_party p
              CROSS JOIN force f ON f.force_no = p.force_no
              WHERE p.finding_no = finding.finding_no
              ORDER BY p.force_no)), ''));
