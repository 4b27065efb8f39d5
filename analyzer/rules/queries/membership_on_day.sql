-- Memberships of a response's force on its day, in some reading: in the collaboration
-- of the finding's key, or, where it has none, in those whose acknowledgement spoke for the force.
SELECT m.membership_no
FROM response r
JOIN membership m ON m.force_no = r.force_no
WHERE r.response_no = :response_no
  AND coalesce(m.from_earliest, -2000000) <= coalesce(r.responded_latest, 4000000)
  AND coalesce(m.to_latest, 4000000) >= coalesce(r.responded_earliest, -2000000)
  AND (m.collaboration_no = :collaboration_no
       OR (:collaboration_no IS NULL AND EXISTS (
            SELECT 1
            FROM acknowledgement_for a
            JOIN acknowledgement k ON k.acknowledgement_no = a.acknowledgement_no
            WHERE a.force_no = r.force_no AND a.tool_no = r.tool_no AND a.level = 'collaboration'
              AND k.collaboration_no = m.collaboration_no)))
ORDER BY m.membership_no
