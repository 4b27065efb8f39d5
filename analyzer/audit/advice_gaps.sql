-- Used by advice_gaps.c.

-- name: advice_at_all
SELECT EXISTS (SELECT 1 FROM guidance) AS has_guidance, (SELECT count(*) FROM response) AS n;

-- name: tools_without_advice
-- Tools that answers are about and no advice speaks for (clause 21, whatever its condition), or none
-- that was in force on the day of any of these answers. Of answers without a date nothing is asked.
WITH RECURSIVE line (tool_no, ancestor_no) AS (
    SELECT tool_no, tool_no FROM tool
    UNION
    SELECT l.tool_no, t.parent_no FROM line l JOIN tool t ON t.tool_no = l.ancestor_no WHERE t.parent_no IS NOT NULL
), asked AS (
    SELECT tool_no, request_no, n, days_earliest AS first_day, days_latest AS last_day
    FROM temp.asked
), spoken AS (
    SELECT a.tool_no, a.first_day, a.last_day, g.guidance_no
    FROM guidance g
    JOIN asked a ON a.request_no = g.request_no
    WHERE g.tool_no IS NULL OR g.tool_no IN (SELECT ancestor_no FROM line l WHERE l.tool_no = a.tool_no)
    UNION ALL
    SELECT a.tool_no, a.first_day, a.last_day, g.guidance_no
    FROM guidance g
    JOIN line l ON l.ancestor_no = g.tool_no
    JOIN asked a ON a.tool_no = l.tool_no
    WHERE g.request_no IS NULL
    UNION ALL
    SELECT a.tool_no, a.first_day, a.last_day, g.guidance_no
    FROM guidance g
    CROSS JOIN (SELECT tool_no, min(first_day) AS first_day, max(last_day) AS last_day FROM asked GROUP BY tool_no) a
    WHERE g.request_no IS NULL AND g.tool_no IS NULL
), judged AS (
    SELECT s.tool_no, max(s.first_day IS NULL OR s.last_day IS NULL
                          OR (coalesce(g.effective_from_earliest <= s.last_day, 1)
                              AND coalesce(g.effective_to_latest >= s.first_day, 1))) AS is_in_force
    FROM spoken s
    JOIN guidance g ON g.guidance_no = s.guidance_no
    GROUP BY s.tool_no
)
SELECT t.tool_id, sum(a.n) AS n, j.tool_no IS NOT NULL AS is_spoken_for
FROM asked a
JOIN tool t ON t.tool_no = a.tool_no
LEFT JOIN judged j ON j.tool_no = a.tool_no
WHERE NOT coalesce(j.is_in_force, 0)
GROUP BY a.tool_no
ORDER BY t.tool_id;

-- name: drop_asked
DROP TABLE temp.asked;
