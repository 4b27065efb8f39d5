-- Who stands where in each finding: the force of its key, or, where it has none, the forces
-- of the evidence in the roles that its rule names (of all evidence where it names none).
INSERT INTO finding_party (finding_no, force_no)
SELECT finding_no, force_no FROM finding WHERE force_no IS NOT NULL;

CREATE TEMP TABLE standing AS      -- each force of the evidence, with the part it plays
SELECT DISTINCT finding_no, force_no, role, is_named, sides
FROM (SELECT f.finding_no, coalesce(r.force_no, a.force_no, c.force_no, k.force_no, m.force_no, g.force_no) AS force_no, e.role,
             u.party_roles IS NULL OR instr(' ' || u.party_roles || ' ', ' ' || e.role || ' ') AS is_named,
             coalesce(instr(u.party_roles, ' '), 0) AS sides
      FROM finding f
      CROSS JOIN rule u ON u.rule_id = f.rule_id
      CROSS JOIN finding_evidence e ON e.finding_no = f.finding_no
      LEFT JOIN response r ON r.response_no = e.response_no
      LEFT JOIN acknowledgement a ON a.acknowledgement_no = e.acknowledgement_no
      LEFT JOIN circulation c ON c.circulation_no = e.circulation_no
      LEFT JOIN commitment k ON k.commitment_no = e.commitment_no
      LEFT JOIN membership m ON m.membership_no = e.membership_no
      LEFT JOIN ruling g ON g.ruling_no = e.ruling_no
      WHERE f.force_no IS NULL)
WHERE force_no IS NOT NULL;
CREATE INDEX temp.standing_of ON standing (finding_no, force_no, role);

-- Where nobody stands on the side that is named, all are parties: a waiver must be for somebody.
UPDATE standing
SET is_named = 1
WHERE finding_no NOT IN (SELECT finding_no FROM standing WHERE is_named);

INSERT OR IGNORE INTO finding_party (finding_no, force_no)
SELECT finding_no, force_no FROM standing WHERE is_named;

-- Of a rule that names several sides the digest says who stands on which.
UPDATE finding
SET parties_digest = 'p' || short_digest(coalesce((
        SELECT group_concat(party, ';')
        FROM (SELECT f.force_id AS party
              FROM finding_party p
              CROSS JOIN force f ON f.force_no = p.force_no
              WHERE p.finding_no = finding.finding_no
              ORDER BY p.force_no)), '') || coalesce((
        SELECT '|' || group_concat(part, ';')
        FROM (SELECT f.force_id || ' ' || s.role AS part
              FROM standing s
              CROSS JOIN force f ON f.force_no = s.force_no
              WHERE s.finding_no = finding.finding_no AND s.is_named AND s.sides
              ORDER BY s.force_no, s.role)), ''));

DROP TABLE temp.standing;
