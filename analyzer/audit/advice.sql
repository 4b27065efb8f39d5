-- Used by advice.c.

-- name: advice_of_response
-- The advice that could speak for one answer: which row was in force on its day, and why
-- each other one was not (SEMANTICS 21). `used` is 2 in force in every reading of the
-- dates, 1 in some, 0 in none.
WITH answer AS (
    SELECT r.response_no, r.request_no, r.tool_no, r.responded_earliest, r.responded_latest, m.profile_no
    FROM response r
    JOIN response_meaning m ON m.response_no = r.response_no
    WHERE r.response_no = :response_no
), state AS (
    SELECT max(own_acknowledgement) AS own_possible, min(own_acknowledgement) AS own_certain, count(*) AS readings
    FROM profile_reading
    WHERE profile_no = (SELECT profile_no FROM answer)
), candidate AS (
    SELECT g.*, q.request_id, t.tool_id,
           CASE WHEN g.request_no IS NOT NULL AND g.tool_no IS NOT NULL THEN 0 WHEN g.request_no IS NOT NULL THEN 1
                WHEN g.tool_no IS NOT NULL THEN 2 ELSE 3 END AS breadth,
           coalesce((SELECT x.distance FROM tool_ancestor x WHERE x.tool_no = a.tool_no AND x.ancestor_no = g.tool_no), 0) AS distance,
           (SELECT count(*) FROM profile_reading d WHERE d.profile_no = a.profile_no AND d.guidance_no = g.guidance_no) AS readings_used,
           a.responded_earliest AS day_earliest, a.responded_latest AS day_latest
    FROM answer a
    JOIN guidance g ON (g.request_no IS NULL OR g.request_no = a.request_no)
                   AND (g.tool_no IS NULL OR g.tool_no IN (SELECT ancestor_no FROM tool_ancestor x WHERE x.tool_no = a.tool_no))
    LEFT JOIN request q ON q.request_no = g.request_no
    LEFT JOIN tool t ON t.tool_no = g.tool_no
), chosen AS (
    SELECT min(breadth) AS breadth, min(distance) AS distance, max(effective_from_earliest) AS since
    FROM candidate WHERE readings_used > 0
)
SELECT c.guidance_id, c.title, c.guidance_no, c.condition, i.name AS file, c.line,
       s.own_certain, s.own_possible,
       CASE c.readings_used WHEN s.readings THEN 2 WHEN 0 THEN 0 ELSE 1 END AS used,
       CASE c.breadth WHEN 0 THEN 'for request ' || c.request_id || ' and ' || c.tool_id
                      WHEN 1 THEN 'for request ' || c.request_id WHEN 2 THEN 'for ' || c.tool_id
                      ELSE 'for every request' END
           || coalesce(', from ' || date(c.effective_from_earliest * 86400, 'unixepoch'), '')
           || coalesce(', to ' || date(c.effective_to_latest * 86400, 'unixepoch'), '')
           || CASE c.condition WHEN 'any' THEN ', whatever the force has acknowledged'
                               WHEN 'acknowledged' THEN ', for forces that have acknowledged'
                               ELSE ', for forces that have acknowledged nothing' END
           || '; expects ' || replace(c.expected_stance, ';', ' or ') AS what,
       CASE WHEN c.readings_used = s.readings THEN 'in force on that day'
                 || CASE c.condition WHEN 'acknowledged' THEN '; an acknowledgement of the force''s own was public'
                                     WHEN 'not_acknowledged' THEN '; the force had no acknowledgement of its own' ELSE '' END
            WHEN c.readings_used > 0 THEN 'in force on some readings of the dates'
            WHEN c.day_earliest IS NULL THEN 'the answer has no date'
            WHEN c.effective_from_earliest > c.day_latest THEN 'took effect only afterwards'
            WHEN c.effective_to_latest < c.day_earliest THEN 'had ended'
            WHEN c.condition = 'acknowledged' AND NOT s.own_possible THEN 'the force had no acknowledgement of its own'
            WHEN c.condition = 'not_acknowledged' AND s.own_certain THEN 'an acknowledgement of the force''s own was public'
            WHEN c.breadth > h.breadth THEN 'the one in force is more specific'
            WHEN c.distance > h.distance THEN 'the one in force is for a nearer tool'
            WHEN c.effective_from_earliest IS NULL OR c.effective_from_earliest < h.since THEN 'the one in force is later'
            ELSE 'the one in force comes first by its condition or its id' END AS why
FROM candidate c
CROSS JOIN state s
CROSS JOIN chosen h
JOIN input_file i ON i.file_no = c.file_no
ORDER BY used DESC, c.breadth, c.distance, c.effective_from_earliest DESC, c.guidance_id;
