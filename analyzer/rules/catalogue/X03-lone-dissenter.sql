-- id: X03
-- name: lone-dissenter
-- title: One force answers alone against nearly all others
-- severity: medium
-- basis: consistency
-- about: split
-- evidence: own guidance
-- message: On {request}{question} about {tool}, {force} alone answered {position}, where {agreeing} of
--   the other {others} forces with a position answered {usual}.
-- rationale: One answer against at least 80 % of seven or more others draws the eye, whatever its merits.
--   An answer that follows the advice in force for that force is left out.
-- source: SEMANTICS.md 16, 17, 29, 41
-- remedy: Ask the force for its reason; if there is none, bring the answer into line at review.

WITH counted AS (
    SELECT u.*, confirming + denying + ncnd AS n FROM unit u WHERE confirming + denying + ncnd >= 8
), lone AS (
    SELECT unit_no, tool_no, request_no, question_no, n, 'confirm' AS position, max(denying, ncnd) AS agreeing,
           CASE WHEN ncnd >= denying THEN 'ncnd' ELSE 'deny' END AS usual
    FROM counted WHERE confirming = 1
    UNION ALL
    SELECT unit_no, tool_no, request_no, question_no, n, 'deny', max(confirming, ncnd),
           CASE WHEN ncnd >= confirming THEN 'ncnd' ELSE 'confirm' END
    FROM counted WHERE denying = 1
    UNION ALL
    SELECT unit_no, tool_no, request_no, question_no, n, 'ncnd', max(confirming, denying),
           CASE WHEN denying >= confirming THEN 'deny' ELSE 'confirm' END
    FROM counted WHERE ncnd = 1
), dissent AS (           -- in how many readings the lone answer does not follow the advice
    SELECT l.*, c.force_no, c.response_no, p.readings,
           (SELECT count(*) FROM profile_reading d
            WHERE d.profile_no = p.profile_no AND d.conforms <> 'yes') AS departing
    FROM lone l
    JOIN cell c ON c.unit_no = l.unit_no AND c.position = l.position
    JOIN response_meaning m ON m.response_no = c.response_no
    JOIN profile p ON p.profile_no = m.profile_no
    WHERE l.agreeing * 100 >= 80 * (l.n - 1)
)
SELECT d.force_no, d.tool_no, d.request_no, d.question_no,
       CASE WHEN d.departing = d.readings THEN 'certain' ELSE 'possible' END AS certainty,
       'answer' AS role, d.response_no, r.responded_earliest, r.responded_latest,
       d.position, d.agreeing, d.usual, d.n - 1 AS others
FROM dissent d
JOIN response r ON r.response_no = d.response_no
WHERE d.departing > 0
ORDER BY d.force_no, d.tool_no, d.request_no, d.question_no
