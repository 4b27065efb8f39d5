-- Around each day on which advice about a tool took effect: per force its last judged
-- letter since the advice before, and its first until the next, conforming or not.
WITH effective AS (
    SELECT DISTINCT l.tool_no, g.effective_from_earliest AS first_day, g.effective_from_latest AS last_day
    FROM (SELECT DISTINCT tool_no FROM letter) l
    JOIN tool_ancestor ta ON ta.tool_no = l.tool_no
    JOIN guidance g ON g.tool_no IS NULL OR g.tool_no = ta.ancestor_no
    WHERE g.effective_from_earliest IS NOT NULL
),
circular AS (
    SELECT tool_no, first_day, last_day,
           coalesce(lag(last_day) OVER w, -2000000) AS since, coalesce(lead(first_day) OVER w, 4000000) AS until
    FROM effective
    WINDOW w AS (PARTITION BY tool_no ORDER BY first_day, last_day)
),
judged AS MATERIALIZED (
    SELECT l.letter_no, l.tool_no, l.force_no, l.responded_earliest, l.responded_latest, p.conforms = 'yes' AS conforms
    FROM letter l
    JOIN response_meaning m ON m.response_no = l.response_no
    JOIN profile p ON p.profile_no = m.profile_no
    WHERE l.position_on_use <> 'silent' AND p.conforms IN ('yes', 'no') AND l.responded_earliest IS NOT NULL
),
beside AS MATERIALIZED (
    SELECT c.tool_no, c.first_day, c.last_day, j.force_no, j.conforms, j.responded_latest < c.first_day AS is_before,
           row_number() OVER (PARTITION BY c.tool_no, c.first_day, c.last_day, j.force_no, j.responded_latest < c.first_day
                              ORDER BY CASE WHEN j.responded_latest < c.first_day THEN -j.letter_no ELSE j.letter_no END) AS place
    FROM circular c
    JOIN judged j ON j.tool_no = c.tool_no
    WHERE (j.responded_earliest >= c.since AND j.responded_latest < c.first_day)
       OR (j.responded_earliest >= c.last_day AND j.responded_latest < c.until)
)
SELECT c.tool_no, 'conforming before and since the advice of ' || CASE
           WHEN c.first_day = c.last_day THEN date(c.first_day * 86400, 'unixepoch')
           WHEN c.last_day - c.first_day < 31 THEN strftime('%Y-%m', c.first_day * 86400, 'unixepoch')
           ELSE strftime('%Y', c.first_day * 86400, 'unixepoch') END,
       coalesce(sum(b.is_before AND b.conforms), 0), coalesce(sum(b.is_before AND NOT b.conforms), 0),
       coalesce(sum(NOT b.is_before AND b.conforms), 0), coalesce(sum(NOT b.is_before AND NOT b.conforms), 0)
FROM circular c
LEFT JOIN beside b ON b.tool_no = c.tool_no AND b.first_day = c.first_day AND b.last_day = c.last_day AND b.place = 1
GROUP BY c.tool_no, c.first_day, c.last_day
ORDER BY c.tool_no, c.first_day, c.last_day
