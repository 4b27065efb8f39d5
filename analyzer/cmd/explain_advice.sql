-- Used by explain_advice.c.

-- name: answers_of_finding
-- The answers a finding rests on that take a position, the one it is about first; at most four.
SELECT e.response_no, w.response_id, p.position,
       coalesce(r.date_responded, not_dated(r.received_earliest, r.received_latest, r.retrieved_earliest, r.retrieved_latest)) AS date_responded,
       CASE p.conforms WHEN 'yes' THEN 'conforms' WHEN 'no' THEN 'departs from it' ELSE 'not judged' END AS conforms,
       count(*) OVER () AS answers
FROM (SELECT response_no, max(role IN ('answer', 'later')) AS is_subject
      FROM finding_evidence
      WHERE finding_no = :finding_no AND response_no IS NOT NULL
      GROUP BY response_no) e
JOIN dated_response r ON r.response_no = e.response_no
JOIN response_wording w ON w.response_no = e.response_no
JOIN response_meaning m ON m.response_no = e.response_no
JOIN profile p ON p.profile_no = m.profile_no
WHERE p.position <> 'silent'
ORDER BY e.is_subject DESC, r.responded_latest DESC, w.response_id
LIMIT 4;
