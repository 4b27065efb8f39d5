-- Used by advice.c, and by the dossiers of the report.

-- name: advice_of_answer
-- The advice that could speak for one answer: which row was in force on its day, and why
-- each other one was not (SEMANTICS 21). `used` is 2 in force in every reading of the
-- dates, 1 in some, 0 in none. The answer is a row of the pack; without :response_no it is one
-- that the force would give about the tool on the day of the audit, to a request that the pack
-- does not know. With :most no more rows than that; the last of them counts the further ones.
WITH answer AS (
    SELECT r.request_no, r.tool_no, r.responded_earliest AS day_earliest, r.responded_latest AS day_latest
    FROM response r
    JOIN response_meaning m ON m.response_no = r.response_no
    WHERE r.response_no = :response_no
    UNION ALL
    SELECT NULL, :tool_no, as_of_day, as_of_day
    FROM audit
    WHERE :response_no IS NULL
), reading AS (
    SELECT d.own_acknowledgement, d.guidance_no
    FROM response_meaning m
    JOIN profile_reading d ON d.profile_no = m.profile_no
    WHERE m.response_no = :response_no
    UNION ALL
    SELECT own_acknowledgement, guidance_no
    FROM present_reading
    WHERE :response_no IS NULL AND tool_no = :tool_no
      AND force_no = (SELECT max(force_no) FROM present_reading WHERE tool_no = :tool_no AND force_no IN (0, :force_no))
), state AS (
    SELECT max(own_acknowledgement) AS own_possible, min(own_acknowledgement) AS own_certain, count(*) AS readings
    FROM reading
), candidate AS (
    SELECT g.*, q.request_id, t.tool_id,
           CASE WHEN g.request_no IS NOT NULL AND g.tool_no IS NOT NULL THEN 0 WHEN g.request_no IS NOT NULL THEN 1
                WHEN g.tool_no IS NOT NULL THEN 2 ELSE 3 END AS breadth,
           coalesce((SELECT x.distance FROM tool_ancestor x WHERE x.tool_no = a.tool_no AND x.ancestor_no = g.tool_no), 0) AS distance,
           (SELECT count(*) FROM reading d WHERE d.guidance_no = g.guidance_no) AS readings_used,
           a.day_earliest, a.day_latest
    FROM answer a
    JOIN guidance g ON (g.request_no IS NULL OR g.request_no = a.request_no)
                   AND (g.tool_no IS NULL OR g.tool_no IN (SELECT ancestor_no FROM tool_ancestor x WHERE x.tool_no = a.tool_no))
    LEFT JOIN request q ON q.request_no = g.request_no
    LEFT JOIN tool t ON t.tool_no = g.tool_no
), chosen AS (
    SELECT min(breadth) AS breadth, min(distance) AS distance, max(effective_from_earliest) AS since
    FROM candidate WHERE readings_used > 0
), judged AS (
    SELECT c.*, s.own_certain, s.own_possible,
           CASE c.readings_used WHEN s.readings THEN 2 WHEN 0 THEN 0 ELSE 1 END AS used,
           CASE WHEN c.condition = 'any' THEN 'yes'
                WHEN s.own_certain <> s.own_possible THEN 'possibly'
                WHEN s.own_certain = (c.condition = 'acknowledged') THEN 'yes' ELSE 'no' END AS condition_met,
           CASE WHEN c.readings_used = s.readings THEN 'in force'
                WHEN c.readings_used > 0 THEN 'in force on some readings'
                WHEN c.day_earliest IS NULL THEN 'without a date'
                WHEN c.effective_from_earliest > c.day_latest THEN 'still to come'
                WHEN c.effective_to_latest < c.day_earliest THEN 'ended'
                WHEN c.condition = 'acknowledged' AND NOT s.own_possible
                  OR c.condition = 'not_acknowledged' AND s.own_certain THEN 'other limb'
                WHEN c.breadth > h.breadth THEN 'less specific'
                WHEN c.distance > h.distance THEN 'further tool'
                WHEN c.effective_from_earliest IS NULL OR c.effective_from_earliest < h.since THEN 'earlier'
                ELSE 'later in order' END AS reason
    FROM candidate c
    CROSS JOIN state s
    CROSS JOIN chosen h
)
SELECT iif(row_number() OVER w = :most, nullif(count(*) OVER () - :most, 0), NULL) AS further,
       c.guidance_id, c.title, c.guidance_no, c.condition, i.name AS file, c.line, c.used, c.condition_met,
       CASE c.used WHEN 2 THEN 'yes' WHEN 1 THEN 'possibly' ELSE 'no' END AS in_force,
       iif(c.used, 1, NULL) AS is_used, iif(c.reason IN ('ended', 'still to come'), NULL, 1) AS is_of_that_day,
       CASE c.breadth WHEN 0 THEN 'for request ' || c.request_id || ' and ' || c.tool_id
                      WHEN 1 THEN 'for request ' || c.request_id WHEN 2 THEN 'for ' || c.tool_id
                      ELSE 'for every request' END
           || coalesce(', from ' || date(c.effective_from_earliest * 86400, 'unixepoch'), '')
           || coalesce(', to ' || date(c.effective_to_latest * 86400, 'unixepoch'), '')
           || CASE c.condition WHEN 'any' THEN ', whatever the force has acknowledged'
                               WHEN 'acknowledged' THEN ', for forces that have acknowledged'
                               ELSE ', for forces that have acknowledged nothing' END
           || '; expects ' || replace(c.expected_stance, ';', ' or ') AS what,
       CASE c.reason
            WHEN 'in force' THEN 'in force on that day'
                 || CASE c.condition WHEN 'acknowledged' THEN '; an acknowledgement of the force''s own was public'
                                     WHEN 'not_acknowledged' THEN '; the force had no acknowledgement of its own' ELSE '' END
            WHEN 'in force on some readings' THEN 'in force on some readings of the dates'
            WHEN 'without a date' THEN 'the answer has no date'
            WHEN 'still to come' THEN 'took effect only afterwards'
            WHEN 'ended' THEN 'had ended'
            WHEN 'other limb' THEN iif(c.condition = 'acknowledged', 'the force had no acknowledgement of its own',
                                       'an acknowledgement of the force''s own was public')
            WHEN 'less specific' THEN 'the one in force is more specific'
            WHEN 'further tool' THEN 'the one in force is for a nearer tool'
            WHEN 'earlier' THEN 'the one in force is later'
            ELSE 'the one in force comes first by its condition or its id' END AS why,
       CASE WHEN c.reason = 'other limb'
            THEN iif(c.condition = 'acknowledged',
                     'would apply if an acknowledgement of the force''s own about this tool, or a part of it, were public on that day',
                     'would apply if no acknowledgement of the force''s own were public on that day') END AS needs
FROM judged c
JOIN input_file i ON i.file_no = c.file_no
WINDOW w AS (ORDER BY c.used DESC, c.breadth, c.distance, c.effective_from_earliest DESC, c.guidance_id)
ORDER BY c.used DESC, c.breadth, c.distance, c.effective_from_earliest DESC, c.guidance_id
LIMIT coalesce(:most, -1);
