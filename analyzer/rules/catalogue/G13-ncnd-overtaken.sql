-- id: G13
-- name: ncnd-overtaken
-- title: An NCND that a later acknowledgement has overtaken
-- severity: info
-- basis: advice
-- message: {force} neither confirmed nor denied about {tool} in {answer.letters}, and acknowledged it
--   afterwards: {overtaking.acknowledgements}. The answer was in order on its day; the next one takes the
--   other limb of the advice.
-- rationale: A letter is judged by what was public on its own day, so a later publication never makes it
--   wrong. It changes what the next answer should say.
-- source: CRU circular 995/24; regulator's practice of judging an answer as at its date; SEMANTICS.md 11, 13
-- remedy: Mark the change of route in the case file: confirm, cite section 21 with the address, keep a
--   partial NCND.

WITH overtaken AS (
    SELECT l.force_no, l.tool_no, l.request_no, l.response_no, l.responded_earliest, l.responded_latest,
           k.acknowledgement_no,
           CASE WHEN l.responded_latest < k.published_earliest AND k.published_latest <= u.as_of_day AND f.certain_to >= u.as_of_day
                 AND NOT EXISTS (SELECT 1 FROM profile_reading d
                                 WHERE d.profile_no = p.profile_no AND d.own_acknowledgement = 1)
                THEN 'certain' ELSE 'possible' END AS certainty
    FROM audit u
    CROSS JOIN acknowledgement_for f
    CROSS JOIN acknowledgement k ON k.acknowledgement_no = f.acknowledgement_no
    CROSS JOIN letter l ON l.force_no = f.force_no AND l.tool_no = f.tool_no
    CROSS JOIN response_meaning m ON m.response_no = l.response_no
    CROSS JOIN profile p ON p.profile_no = m.profile_no
    WHERE f.level = 'own' AND f.possible_to >= u.as_of_day
      AND l.position_on_use = 'ncnd' AND l.responded_earliest < k.published_latest
      AND p.stance = 'ncnd' AND p.topic <> 'covert_use' AND p.superseded = 0
      AND EXISTS (SELECT 1 FROM profile_reading d
                  WHERE d.profile_no = p.profile_no AND d.own_acknowledgement = 0)
)
SELECT force_no, tool_no, request_no, NULL AS question_no, certainty, 'answer' AS role,
       response_no, NULL AS acknowledgement_no, responded_earliest, responded_latest
FROM overtaken
UNION ALL
SELECT force_no, tool_no, request_no, NULL, certainty, 'overtaking', NULL, acknowledgement_no, NULL, NULL
FROM overtaken
ORDER BY 1, 2, 3, 6, 7, 8
