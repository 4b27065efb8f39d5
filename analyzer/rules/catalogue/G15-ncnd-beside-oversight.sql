-- id: G15
-- name: ncnd-beside-oversight
-- title: NCND although the force's police and crime commissioner has published
-- severity: info
-- basis: consistency
-- message: {force} neither confirmed nor denied about {tool} in {answer.letters}, while a publication of its
--   police and crime commissioner was public: {oversight.acknowledgements}.
-- rationale: The commissioner is a public authority of its own, so the force's answer may well differ. A reader
--   knows both, and the NCND protects less.
-- source: Privacy International v IC and others, EA/2018/0170 (a commissioner answered where a force gave NCND);
--   SEMANTICS.md 13
-- remedy: Agree with the commissioner's office which answer each of the two gives.

WITH near AS MATERIALIZED ( -- NCNDs, with a publication that may have been public on their day
    SELECT r.force_no, r.tool_no, r.request_no, r.question_no, r.response_no, r.responded_earliest, r.responded_latest,
           m.letter_no, f.acknowledgement_no, f.possible_from, f.possible_to, f.certain_from, f.certain_to
    FROM acknowledgement k
    CROSS JOIN acknowledgement_for f ON f.acknowledgement_no = k.acknowledgement_no
    CROSS JOIN letter l ON l.force_no = f.force_no AND l.tool_no = f.tool_no
    CROSS JOIN response_meaning m ON m.letter_no = l.letter_no
    CROSS JOIN profile a ON a.profile_no = m.profile_no
    CROSS JOIN response r ON r.response_no = m.response_no
    WHERE k.publisher = 'pcc' AND k.force_no = f.force_no
      AND a.position = 'ncnd' AND a.topic <> 'covert_use' AND a.dated = 1 AND a.superseded = 0
      AND f.possible_from <= r.responded_latest AND f.possible_to >= r.responded_earliest
), read AS (              -- day by day: public, and neither the force nor a partner has spoken
    SELECT n.*, d.day,
           coalesce(d.day BETWEEN n.certain_from AND n.certain_to, 0)
           AND NOT EXISTS (SELECT 1 FROM acknowledgement_for o
                           WHERE o.force_no = n.force_no AND o.tool_no = n.tool_no AND o.level IN ('own', 'collaboration')
                             AND d.day BETWEEN o.possible_from AND o.possible_to) AS must,
           d.day BETWEEN n.possible_from AND n.possible_to
           AND NOT EXISTS (SELECT 1 FROM acknowledgement_for o
                           WHERE o.force_no = n.force_no AND o.tool_no = n.tool_no AND o.level IN ('own', 'collaboration')
                             AND d.day BETWEEN o.certain_from AND o.certain_to) AS may
    FROM near n
    JOIN day_of_letter d ON d.letter_no = n.letter_no
), judged AS (           -- on some days one publication, on others another
    SELECT r.*, min(r.must_by_day) OVER (PARTITION BY r.response_no) AS must_fire
    FROM (SELECT n.*, max(n.must) OVER (PARTITION BY n.response_no, n.day) AS must_by_day FROM read n) r
), beside AS (
    SELECT force_no, tool_no, request_no, question_no, response_no, responded_earliest, responded_latest, acknowledgement_no,
           CASE WHEN max(must_fire) THEN 'certain' ELSE 'possible' END AS certainty
    FROM judged
    GROUP BY response_no, acknowledgement_no
    HAVING max(may)
)
SELECT force_no, tool_no, request_no, question_no, certainty, 'answer' AS role,
       response_no, NULL AS acknowledgement_no, responded_earliest, responded_latest
FROM beside
UNION ALL
SELECT force_no, tool_no, request_no, question_no, certainty, 'oversight', NULL, acknowledgement_no, NULL, NULL
FROM beside
ORDER BY 1, 2, 3, 4, 6, 7, 8
