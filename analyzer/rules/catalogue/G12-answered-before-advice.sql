-- id: G12
-- name: answered-before-advice
-- title: Answered after the request was circulated and before its advice
-- severity: info
-- basis: advice
-- evidence: guidance
-- message: {force} answered about {tool} in {answer.letters}: after the request was circulated and before
--   the advice on it ({advice.titles}, from {advised_from:day}). {judged}
-- rationale: Between the circulation of a request and the advice the line is not settled. The answer is
--   judged by what was in force on its day, never by what came later.
-- source: CRU circular 995/24 (circulated on 12 November 2024, advice on 9 December 2024); SEMANTICS.md 21
-- remedy: None for this letter; wait for the advice where the time limit allows, or ask for it.

WITH near AS (            -- requests by the day of their circulation, and the advice that may be theirs
    SELECT q.request_no, q.logged_earliest, q.logged_latest, g.guidance_no, g.tool_no, g.request_no AS names_request,
           g.condition, g.effective_from_earliest, g.effective_from_latest
    FROM request q
    JOIN guidance g ON (g.request_no = q.request_no OR g.request_no IS NULL)
                   AND g.effective_from_latest > q.logged_earliest
                   AND (g.request_no IS NOT NULL OR g.effective_from_earliest < q.logged_latest + 60)
), working_day AS MATERIALIZED ( -- the sixty days after a circulation, those that count
    SELECT request_no, logged_latest + d.value AS day,
           row_number() OVER (PARTITION BY request_no ORDER BY d.value) AS place
    FROM (SELECT DISTINCT request_no, logged_latest FROM near WHERE names_request IS NULL)
    CROSS JOIN (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 60) SELECT value FROM n) d
    WHERE strftime('%w', (logged_latest + d.value) * 86400, 'unixepoch') NOT IN ('0', '6')
      AND logged_latest + d.value NOT IN (SELECT day FROM bank_holiday)
), advised AS MATERIALIZED ( -- by name, or for everybody before the answers to the request were due
    SELECT n.*
    FROM near n
    LEFT JOIN working_day w ON w.request_no = n.request_no AND w.place = 20
    WHERE n.names_request IS NOT NULL OR n.effective_from_earliest <= w.day
), early AS (
    SELECT r.force_no, r.tool_no, r.request_no, r.question_no, r.response_no, r.responded_earliest, r.responded_latest,
           v.guidance_no, v.effective_from_earliest AS advised_from,
           CASE WHEN v.logged_latest <= r.responded_earliest AND r.responded_latest < v.effective_from_earliest
                 AND (v.condition = 'any' OR NOT EXISTS (SELECT 1 FROM profile_reading d
                                                         WHERE d.profile_no = a.profile_no
                                                           AND d.own_acknowledgement <> (v.condition = 'acknowledged')))
                THEN 'certain' ELSE 'possible' END AS certainty,
           CASE WHEN a.guided THEN 'Whether it conforms is judged by the older advice.'
                ELSE 'No advice was in force yet, so nothing is said about whether it conforms.' END AS judged
    FROM letter l
    CROSS JOIN advised v ON v.request_no = l.request_no
                        AND l.responded_latest >= v.logged_earliest AND l.responded_earliest < v.effective_from_latest
    CROSS JOIN response_meaning m ON m.letter_no = l.letter_no
    CROSS JOIN profile a ON a.profile_no = m.profile_no
    CROSS JOIN response r ON r.response_no = m.response_no
    WHERE a.position <> 'silent' AND a.superseded = 0
      AND (v.condition = 'any' OR EXISTS (SELECT 1 FROM profile_reading d
                                          WHERE d.profile_no = a.profile_no
                                            AND d.own_acknowledgement = (v.condition = 'acknowledged')))
      AND NOT EXISTS (    -- judged by advice that is itself younger than the request
            SELECT 1 FROM profile_reading d
            JOIN guidance g ON g.guidance_no = d.guidance_no
            WHERE d.profile_no = a.profile_no AND g.effective_from_earliest >= v.logged_earliest
              AND g.effective_from_latest <= r.responded_earliest)
      AND (v.tool_no IS NULL OR v.tool_no IN (SELECT ancestor_no FROM tool_ancestor t WHERE t.tool_no = l.tool_no))
)
SELECT force_no, tool_no, request_no, question_no, certainty, 'answer' AS role, response_no, NULL AS guidance_no,
       responded_earliest, responded_latest, advised_from, judged
FROM early
UNION ALL
SELECT force_no, tool_no, request_no, question_no, certainty, 'advice', NULL, guidance_no, NULL, NULL, advised_from, judged
FROM early
ORDER BY 1, 2, 3, 4, 6 DESC, advised_from, 7, 8
