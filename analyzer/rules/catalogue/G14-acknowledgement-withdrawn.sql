-- id: G14
-- name: acknowledgement-withdrawn
-- title: Section 21 answer whose publication has been withdrawn
-- severity: low
-- basis: consistency
-- message: {force} relied in {answer.letters} on section 21 about {tool}, and the acknowledgement of its own
--   that was then public has been withdrawn since: {withdrawn.acknowledgements}.
-- rationale: The applicant was sent to something that is no longer there, and a later NCND reads as an attempt
--   to take back what was said. What has been published stays known.
-- source: FOIA s21(1); SEMANTICS.md 11, 13, 45, 65
-- remedy: Restore or archive the publication, or send the applicant a copy; do not go back to NCND.

WITH gone AS (
    SELECT r.force_no, r.tool_no, r.request_no, r.question_no, r.response_no, r.responded_earliest, r.responded_latest,
           k.acknowledgement_no, m.letter_no, f.certain_from, f.certain_to,
           coalesce(k.withdrawn_latest <= u.as_of_day, 0)
           AND NOT EXISTS (SELECT 1 FROM acknowledgement_for o
                           WHERE o.force_no = f.force_no AND o.tool_no = f.tool_no AND o.level = 'own'
                             AND o.acknowledgement_no <> f.acknowledgement_no
                             AND o.possible_from <= u.as_of_day AND o.possible_to >= u.as_of_day) AS is_gone
    FROM audit u
    CROSS JOIN acknowledgement_for f
    CROSS JOIN acknowledgement k ON k.acknowledgement_no = f.acknowledgement_no
    CROSS JOIN letter l ON l.force_no = f.force_no AND l.tool_no = f.tool_no
    CROSS JOIN response_meaning m ON m.letter_no = l.letter_no
    CROSS JOIN profile a ON a.profile_no = m.profile_no
    CROSS JOIN response r ON r.response_no = m.response_no
    WHERE f.level = 'own' AND k.withdrawn = 1 AND coalesce(k.withdrawn_earliest <= u.as_of_day, 1)
      AND a.stance = 'held_s21' AND a.dated = 1 AND a.superseded = 0
      AND f.possible_from <= r.responded_latest AND f.possible_to >= r.responded_earliest
      AND NOT EXISTS (    -- another of its own still says so
            SELECT 1 FROM acknowledgement_for o
            WHERE o.force_no = f.force_no AND o.tool_no = f.tool_no AND o.level = 'own'
              AND o.certain_from <= u.as_of_day AND o.certain_to >= u.as_of_day)
), judged AS (           -- day by day: was one of those public that are gone for certain
    SELECT response_no, min(is_public) AS must_fire
    FROM (SELECT g.response_no, d.day, max(g.is_gone AND coalesce(d.day BETWEEN g.certain_from AND g.certain_to, 0)) AS is_public
          FROM gone g
          JOIN day_of_letter d ON d.letter_no = g.letter_no
          GROUP BY g.response_no, d.day)
    GROUP BY response_no
), rows AS (
    SELECT g.*, CASE WHEN j.must_fire THEN 'certain' ELSE 'possible' END AS certainty
    FROM gone g
    JOIN judged j ON j.response_no = g.response_no
)
SELECT force_no, tool_no, request_no, question_no, certainty, 'answer' AS role,
       response_no, NULL AS acknowledgement_no, responded_earliest, responded_latest
FROM rows
UNION ALL
SELECT force_no, tool_no, request_no, question_no, certainty, 'withdrawn', NULL, acknowledgement_no, NULL, NULL
FROM rows
ORDER BY 1, 2, 3, 4, 6, 7, 8
