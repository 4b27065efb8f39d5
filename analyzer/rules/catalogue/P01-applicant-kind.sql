-- id: P01
-- name: applicant-kind
-- title: Different answers to different kinds of applicant
-- severity: medium
-- basis: consistency
-- about: self-contradiction
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
), told AS MATERIALIZED ( -- the answers to applicants of a known kind
    SELECT l.force_no, l.tool_no, r.applicant_no, l.position_on_use, l.letter_no, r.response_no, m.profile_no, s.is_settled
    FROM response r
    CROSS JOIN response_meaning m ON m.response_no = r.response_no
    CROSS JOIN letter l ON l.letter_no = m.letter_no
    CROSS JOIN settled s ON s.profile_no = m.profile_no
    WHERE r.applicant_no IS NOT NULL AND r.stage_no = 0 AND r.responded_earliest IS NOT NULL
      AND l.position_on_use <> 'silent'
), met AS MATERIALIZED (  -- what a force told each kind of applicant, in each state of record and advice
    SELECT t.force_no, t.tool_no, t.applicant_no, t.position_on_use, d.own_acknowledgement,
           coalesce(d.guidance_no, 0) AS guidance_no, t.is_settled, min(t.response_no) AS response_no
    FROM told t
    JOIN profile_reading d ON d.profile_no = t.profile_no
    GROUP BY t.force_no, t.tool_no, t.applicant_no, t.position_on_use, d.own_acknowledgement, d.guidance_no, t.is_settled
), unsettled AS MATERIALIZED ( -- of those that may have met several, one for each span of days
    SELECT letter_no, applicant_no, min(response_no) AS response_no
    FROM told
    WHERE NOT is_settled
    GROUP BY letter_no, applicant_no
), alike AS (             -- answers to different kinds, one of which is settled by itself ...
    SELECT a.response_no, CASE WHEN a.is_settled AND b.is_settled THEN 'certain' ELSE 'possible' END AS certainty
    FROM met a
    JOIN met b ON b.force_no = a.force_no AND b.tool_no = a.tool_no
              AND b.own_acknowledgement = a.own_acknowledgement AND b.guidance_no = a.guidance_no
    WHERE b.applicant_no <> a.applicant_no AND b.position_on_use <> a.position_on_use AND (a.is_settled OR b.is_settled)
    UNION ALL
    SELECT CASE s.side WHEN 1 THEN a.response_no ELSE b.response_no END, p.same_state -- ... or neither
    FROM letter_pair p
    JOIN unsettled a ON a.letter_no = p.letter_no
    JOIN unsettled b ON b.letter_no = p.before_no
    CROSS JOIN (SELECT 1 AS side UNION ALL SELECT 2) s
    WHERE p.same_state IS NOT NULL AND a.applicant_no <> b.applicant_no
      AND (SELECT position_on_use FROM letter WHERE letter_no = p.letter_no)
          <> (SELECT position_on_use FROM letter WHERE letter_no = p.before_no)
)
SELECT DISTINCT r.force_no, r.tool_no, NULL AS request_no, NULL AS question_no, a.certainty,
       'answer' AS role, a.response_no, r.responded_earliest, r.responded_latest
FROM alike a
JOIN response r ON r.response_no = a.response_no
ORDER BY r.force_no, r.tool_no, a.response_no, a.certainty
