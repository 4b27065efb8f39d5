-- Numbers by what the rows say and not by where they stand, so that their order in the files
-- changes nothing (clause 64). No row refers to these yet.
UPDATE acknowledgement SET acknowledgement_no = -ranked.place
FROM (SELECT acknowledgement_no AS no, row_number() OVER (ORDER BY acknowledgement_id) AS place
      FROM acknowledgement) AS ranked
WHERE ranked.no = acknowledgement.acknowledgement_no;
UPDATE acknowledgement SET acknowledgement_no = -acknowledgement_no;

UPDATE membership SET membership_no = -ranked.place
FROM (SELECT m.membership_no AS no,
             row_number() OVER (ORDER BY c.collaboration_id, m.force_no, m.from_earliest, m.from_latest) AS place
      FROM membership m
      JOIN collaboration c ON c.collaboration_no = m.collaboration_no) AS ranked
WHERE ranked.no = membership.membership_no;
UPDATE membership SET membership_no = -membership_no;

UPDATE commitment SET commitment_no = -ranked.place
FROM (SELECT commitment_no AS no, row_number() OVER (ORDER BY commitment_id, force_no) AS place
      FROM commitment) AS ranked
WHERE ranked.no = commitment.commitment_no;
UPDATE commitment SET commitment_no = -commitment_no;

UPDATE circulation SET circulation_no = -ranked.place
FROM (SELECT c.circulation_no AS no, row_number() OVER (ORDER BY q.request_id, c.force_no) AS place
      FROM circulation c
      JOIN request q ON q.request_no = c.request_no) AS ranked
WHERE ranked.no = circulation.circulation_no;
UPDATE circulation SET circulation_no = -circulation_no;

UPDATE waiver SET waiver_no = -ranked.place
FROM (SELECT w.waiver_no AS no,
             row_number() OVER (ORDER BY w.finding_id, w.rule_id, w.force_no, q.request_id, w.expires_earliest,
                                w.expires_latest, w.reason, w.approved_by_role, w.parties_digest, w.severity, w.line) AS place
      FROM waiver w
      LEFT JOIN request q ON q.request_no = w.request_no) AS ranked
WHERE ranked.no = waiver.waiver_no;
UPDATE waiver SET waiver_no = -waiver_no;
