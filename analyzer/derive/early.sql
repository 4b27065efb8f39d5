-- Used by early.c.

-- name: letters_near_advice
-- Letters, with advice that may be the one on their request and may have come later: advice that
-- names it, or that is for everybody and took effect soon.
WITH near AS MATERIALIZED (
    SELECT q.request_no, q.logged_earliest, q.logged_latest, g.guidance_no, g.tool_no,
           g.request_no IS NOT NULL AS names_request, g.effective_from_latest
    FROM request q
    JOIN guidance g ON (g.request_no = q.request_no OR g.request_no IS NULL)
                   AND g.effective_from_latest > q.logged_earliest
                   AND (g.request_no IS NOT NULL OR g.effective_from_earliest < q.logged_latest + 60)
)
SELECT l.letter_no, n.guidance_no, n.logged_earliest, n.logged_latest, n.names_request
FROM letter l
CROSS JOIN near n ON n.request_no = l.request_no
WHERE l.responded_latest >= n.logged_earliest AND l.responded_earliest < n.effective_from_latest
  AND (n.tool_no IS NULL OR n.tool_no IN (SELECT ancestor_no FROM tool_ancestor t WHERE t.tool_no = l.tool_no))
ORDER BY l.letter_no, n.guidance_no;

-- name: insert_early_answer
INSERT INTO early_answer (letter_no, guidance_no, certainty) VALUES (:letter_no, :guidance_no, :certainty);
