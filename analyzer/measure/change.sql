-- Used by change.c.

-- name: national_letters
-- The last word of each force on each national request, requests in order of time. A
-- request whose scope is not known counts where two forces or more answered it.
SELECT tool_no,
       dense_rank() OVER (PARTITION BY tool_no ORDER BY coalesce(logged_earliest, first_answer), request_id) AS wave,
       force_no, CASE position_on_use WHEN 'confirm' THEN 0 WHEN 'deny' THEN 1 ELSE 2 END AS position, request_id
FROM (SELECT l.tool_no, l.force_no, l.position_on_use, q.request_id, q.logged_earliest, q.scope,
             min(l.responded_earliest) OVER w AS first_answer, count(*) OVER w AS answers
      FROM letter l
      JOIN request q ON q.request_no = l.request_no
      WHERE l.speaks_for_request
      WINDOW w AS (PARTITION BY l.tool_no, l.request_no))
WHERE scope = 'national' OR (scope IS NULL AND answers >= 2)
ORDER BY tool_no, wave, force_no;

-- name: letters_around_circulars
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
           ELSE strftime('%Y', c.first_day * 86400, 'unixepoch') END AS compares,
       coalesce(sum(b.is_before AND b.conforms), 0) AS conforming_before,
       coalesce(sum(b.is_before AND NOT b.conforms), 0) AS departing_before,
       coalesce(sum(NOT b.is_before AND b.conforms), 0) AS conforming_since,
       coalesce(sum(NOT b.is_before AND NOT b.conforms), 0) AS departing_since
FROM circular c
LEFT JOIN beside b ON b.tool_no = c.tool_no AND b.first_day = c.first_day AND b.last_day = c.last_day AND b.place = 1
GROUP BY c.tool_no, c.first_day, c.last_day
ORDER BY c.tool_no, c.first_day, c.last_day;

-- name: letters_by_applicant
-- Initial letters by kind of applicant and position, one row a tool and kind.
SELECT l.tool_no, r.applicant_no, sum(l.position_on_use = 'confirm') AS confirming,
       sum(l.position_on_use = 'deny') AS denying, sum(l.position_on_use = 'ncnd') AS ncnd
FROM letter l
JOIN response r ON r.response_no = l.response_no
WHERE l.stage_no = 0 AND l.position_on_use <> 'silent' AND r.applicant_no IS NOT NULL
GROUP BY l.tool_no, r.applicant_no
ORDER BY l.tool_no, r.applicant_no;

-- name: insert_change_test
INSERT INTO change_test (tool_no, test, compares, n, statistic, degrees, p, p_low, p_high, effect_name, effect,
                         effect_low, effect_high, undefined)
VALUES (:tool_no, :test, :compares, :n, :statistic, :degrees, :p, :p_low, :p_high, :effect_name, :effect,
        :effect_low, :effect_high, :undefined);
