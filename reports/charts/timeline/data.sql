-- name: chart_timeline
-- A mark for each event of a lane, on the middle of the days on which it may have been (day); earliest and latest are
-- their ends. Marks of a lane that would cover each other stand in rows below each other: a mark goes into the first row
-- that is free so near to its day. Lanes go by their first event, on a slide by rank.
WITH RECURSIVE numbered AS MATERIALIZED (
    SELECT e.*, l.lane, l.rank, row_number() OVER (PARTITION BY l.lane ORDER BY e.day, e.step) AS n,
           max(max(e.day) OVER () - min(e.day) OVER (), 60) / 32.0 AS gap
    FROM temp.chart_event e
    JOIN temp.chart_lane l ON l.tool_no = e.tool_no AND l.who = e.who
    WHERE e.tool_no = :tool_no AND e.day IS NOT NULL
),
placed AS (
    SELECT lane, n, 0 AS tier, json_array(day) AS ends FROM numbered WHERE n = 1
    UNION ALL
    SELECT e.lane, e.n,
           coalesce((SELECT min(key) FROM json_each(p.ends) WHERE value + e.gap <= e.day), json_array_length(p.ends)),
           json_set(p.ends, '$[' || coalesce((SELECT min(key) FROM json_each(p.ends) WHERE value + e.gap <= e.day),
                                             json_array_length(p.ends)) || ']', e.day)
    FROM placed p
    JOIN numbered e ON e.lane = p.lane AND e.n = p.n + 1
),
high AS (
    SELECT e.lane, e.rank, max(p.tier) + 1 AS tiers
    FROM numbered e
    JOIN placed p ON p.lane = e.lane AND p.n = e.n
    GROUP BY e.lane
),
based AS (
    SELECT lane, rank, tiers, sum(tiers) OVER (ORDER BY lane) - tiers AS base, sum(tiers) OVER (ORDER BY rank) - tiers AS slide_base
    FROM high
)
SELECT e.day, b.base + p.tier AS "row",
       coalesce(iif(e.qualified, 'Đ', w.letter), CASE e.state WHEN 'withdrawal' THEN 'W' WHEN 'others' THEN 'O' WHEN 'ruling' THEN 'R' ELSE 'A' END) AS letter,
       e.state, CASE WHEN e.n > 1 THEN '' ELSE shorten(e.who, 30) END AS lane_label,
       CASE WHEN e.moved_from IS NOT NULL
            THEN max(CASE e.kind WHEN 'letter' THEN e.day END)
                 OVER (PARTITION BY e.lane ORDER BY e.n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) END AS moved_from_day,
       CASE WHEN e.moved_from IS NOT NULL
            THEN (SELECT o.tier - p.tier FROM placed o JOIN numbered oe ON oe.lane = o.lane AND oe.n = o.n
                  WHERE o.lane = e.lane AND o.n < e.n AND oe.kind = 'letter' ORDER BY o.n DESC LIMIT 1) END AS moved_from_rows,
       e.day_earliest AS earliest_day, e.day_latest AS latest_day, b.slide_base + p.tier AS slide_row, b.slide_base + b.tiers AS slide_end,
       b.tiers, e.lane, date(e.day_earliest * 86400, 'unixepoch') AS earliest,
       date(e.day_latest * 86400, 'unixepoch') AS latest, e.who, e.id
FROM numbered e
JOIN placed p ON p.lane = e.lane AND p.n = e.n
JOIN based b ON b.lane = e.lane
LEFT JOIN temp.state_word w ON w.state = e.state
ORDER BY e.lane, e.n;
