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

WITH own AS MATERIALIZED ( -- acknowledgements of their own
    SELECT f.force_no, f.tool_no, f.acknowledgement_no, f.possible_from, f.possible_to, f.certain_from, f.certain_to,
           coalesce(k.published_earliest, -2000000) AS from_earliest, coalesce(k.published_latest, 4000000) AS from_latest
    FROM acknowledgement_for f
    CROSS JOIN acknowledgement k ON k.acknowledgement_no = f.acknowledgement_no
    WHERE f.level = 'own'
), refusing AS MATERIALIZED ( -- NCNDs of theirs that may have come before one of them
    SELECT *
    FROM (SELECT l.letter_no, l.responded_earliest, l.responded_latest, k.acknowledgement_no, k.from_earliest, k.from_latest,
                 k.certain_to, k.force_no, k.tool_no, u.as_of_day,
                 (SELECT min(m.response_no)
                  FROM response_meaning m
                  CROSS JOIN profile p ON p.profile_no = m.profile_no
                  WHERE m.letter_no = l.letter_no AND p.stance = 'ncnd' AND p.position = 'ncnd' AND p.topic <> 'covert_use'
                    AND p.superseded = 0) AS response_no
          FROM audit u
          CROSS JOIN own k
          CROSS JOIN letter l ON l.force_no = k.force_no AND l.tool_no = k.tool_no
          WHERE k.possible_to >= u.as_of_day AND l.position_on_use = 'ncnd' AND l.responded_earliest < k.from_latest)
    WHERE response_no IS NOT NULL
), read AS (              -- day by day: published afterwards, and none in force yet
    SELECT n.*,
           n.from_earliest > d.day AND n.from_latest <= n.as_of_day AND n.certain_to >= n.as_of_day
           AND NOT EXISTS (SELECT 1 FROM acknowledgement_for o
                           WHERE o.level = 'own' AND o.force_no = n.force_no AND o.tool_no = n.tool_no AND d.day BETWEEN o.possible_from AND o.possible_to
                             AND o.acknowledgement_no <> n.acknowledgement_no) AS must,
           max(n.from_earliest, d.day + 1) <= min(n.from_latest, n.as_of_day)
           AND NOT EXISTS (SELECT 1 FROM acknowledgement_for o
                           WHERE o.level = 'own' AND o.force_no = n.force_no AND o.tool_no = n.tool_no AND d.day BETWEEN o.certain_from AND o.certain_to
                             AND o.acknowledgement_no <> n.acknowledgement_no) AS may
    FROM refusing n
    JOIN day_of_letter d ON d.letter_no = n.letter_no
), overtaken AS (
    SELECT l.force_no, l.tool_no, l.request_no, r.response_no, r.acknowledgement_no, r.responded_earliest, r.responded_latest,
           CASE WHEN min(r.must) THEN 'certain' ELSE 'possible' END AS certainty
    FROM read r
    JOIN letter l ON l.letter_no = r.letter_no
    GROUP BY r.letter_no, r.acknowledgement_no
    HAVING max(r.may)
)
SELECT force_no, tool_no, request_no, NULL AS question_no, certainty, 'answer' AS role,
       response_no, NULL AS acknowledgement_no, responded_earliest, responded_latest
FROM overtaken
UNION ALL
SELECT force_no, tool_no, request_no, NULL, certainty, 'overtaking', NULL, acknowledgement_no, NULL, NULL
FROM overtaken
ORDER BY 1, 2, 3, 6, 7, 8
