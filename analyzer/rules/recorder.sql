-- Used by recorder.c.

-- name: last_finding
SELECT coalesce(max(finding_no), 0) AS finding_no FROM finding;

-- name: insert_rule
INSERT INTO rule (rule_id, name, title, family, severity, basis, rationale, source, remedy, sql, sha256, file,
                  shares_cause_with, party_roles, about)
VALUES (:rule_id, :name, :title, :family, :severity, :basis, :rationale, :source, :remedy, :sql, :sha256, :file,
        :shares_cause_with, :party_roles, :about);

-- name: insert_finding
-- Of a date that is known, the day is the last that it may be.
INSERT INTO finding (finding_no, finding_id, rule_id, severity, certainty, force_no, tool_no, request_no, question_no,
                     collaboration_no, day, date, message, remedy)
VALUES (:finding_no, :finding_id, :rule_id, :severity, :certainty, :force_no, :tool_no, :request_no, :question_no,
        :collaboration_no, max(:day_earliest, :day_latest), :date, :message, :remedy);

-- name: insert_evidence
INSERT INTO finding_evidence (finding_no, role, response_no, acknowledgement_no, guidance_no, circulation_no,
                              commitment_no, membership_no, exemption_no, ruling_no)
VALUES (:finding_no, :role, :response_no, :acknowledgement_no, :guidance_no, :circulation_no, :commitment_no,
        :membership_no, :exemption_no, :ruling_no);

-- name: record_on_day
-- Acknowledgements of one level that may have been in force on the day of a response.
SELECT DISTINCT a.acknowledgement_no AS row_no
FROM response r
JOIN acknowledgement_for a ON a.force_no = r.force_no AND a.tool_no = r.tool_no
WHERE r.response_no = :response_no AND a.level = :level
  AND a.possible_from <= coalesce(r.responded_latest, r.open_latest, 4000000)
  AND a.possible_to >= coalesce(r.responded_earliest, r.open_earliest, -2000000)
ORDER BY a.acknowledgement_no;

-- name: guidance_on_day
-- Guidance in force for a response in some reading of its dates.
SELECT DISTINCT d.guidance_no AS row_no
FROM response_meaning m
JOIN profile_reading d ON d.profile_no = m.profile_no
WHERE m.response_no = :response_no AND d.guidance_no IS NOT NULL
ORDER BY d.guidance_no;

-- name: statute_of_response
-- The rows of the statute under which the citations of a response fall.
SELECT DISTINCT c.exemption_no AS row_no
FROM response r
JOIN exemption_citation c ON c.set_no = r.set_no
WHERE r.response_no = :response_no AND c.exemption_no IS NOT NULL
ORDER BY c.exemption_no;

-- name: membership_on_day
-- Memberships of a response's force on its day, in some reading: in the collaboration
-- of the finding's key, or, where it has none, in those whose acknowledgement spoke for the force.
SELECT m.membership_no AS row_no
FROM response r
JOIN membership m ON m.force_no = r.force_no
WHERE r.response_no = :response_no
  AND coalesce(m.from_earliest, -2000000) <= coalesce(r.responded_latest, r.open_latest, 4000000)
  AND coalesce(m.to_latest, 4000000) >= coalesce(r.responded_earliest, r.open_earliest, -2000000)
  AND (m.collaboration_no = :collaboration_no
       OR (:collaboration_no IS NULL AND EXISTS (
            SELECT 1
            FROM acknowledgement_for a
            JOIN acknowledgement k ON k.acknowledgement_no = a.acknowledgement_no
            WHERE a.force_no = r.force_no AND a.tool_no = r.tool_no AND a.level = 'collaboration'
              AND k.collaboration_no = m.collaboration_no)))
ORDER BY m.membership_no;
