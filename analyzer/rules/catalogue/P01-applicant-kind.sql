-- id: P01
-- name: applicant-kind
-- title: Different answers to different kinds of applicant
-- severity: medium
-- basis: consistency
-- evidence: guidance
-- message: {force} answered about {tool} differently to different kinds of applicant, with the same
--   public record and the same advice in force: {answer.stances}.
-- rationale: The Acts are blind to the applicant and the motive; the same question deserves the same
--   answer.
-- source: FOIA s1(1); SEMANTICS.md 35
-- remedy: Look for another reason; if there is none, answer all applicants alike.

WITH settled AS (         -- is the state the same in all readings of the dates
    SELECT profile_no,
           min(own_acknowledgement) = max(own_acknowledgement)
           AND min(coalesce(guidance_no, 0)) = max(coalesce(guidance_no, 0)) AS is_settled
    FROM profile_reading
    GROUP BY profile_no
), told AS MATERIALIZED ( -- what a force told each kind of applicant, in each state
    SELECT l.force_no, l.tool_no, r.applicant_no, l.position_on_use, d.own_acknowledgement,
           coalesce(d.guidance_no, 0) AS guidance_no, max(s.is_settled) AS is_settled,
           min(r.response_no) AS response_no
    FROM response r
    CROSS JOIN response_meaning m ON m.response_no = r.response_no
    CROSS JOIN letter l ON l.letter_no = m.letter_no
    CROSS JOIN profile_reading d ON d.profile_no = m.profile_no
    CROSS JOIN settled s ON s.profile_no = m.profile_no
    WHERE r.applicant_no IS NOT NULL AND r.stage_no = 0 AND r.responded_earliest IS NOT NULL
      AND l.position_on_use <> 'silent'
    GROUP BY l.force_no, l.tool_no, r.applicant_no, l.position_on_use, d.own_acknowledgement, d.guidance_no
)
SELECT DISTINCT a.force_no, a.tool_no, NULL AS request_no, NULL AS question_no,
       CASE WHEN a.is_settled AND b.is_settled THEN 'certain' ELSE 'possible' END AS certainty,
       'answer' AS role, a.response_no, r.responded_earliest, r.responded_latest
FROM told a
JOIN told b ON b.force_no = a.force_no AND b.tool_no = a.tool_no
           AND b.own_acknowledgement = a.own_acknowledgement AND b.guidance_no = a.guidance_no
JOIN response r ON r.response_no = a.response_no
WHERE b.applicant_no <> a.applicant_no AND b.position_on_use <> a.position_on_use
ORDER BY a.force_no, a.tool_no, a.response_no, certainty
