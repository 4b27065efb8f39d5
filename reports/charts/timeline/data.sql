-- name: chart_timeline
-- A mark for each event of a lane, on the middle of the days on which it may have been (day); earliest and latest are
-- their ends. Marks of a lane that would cover each other stand in rows below each other. Lanes go by their first event,
-- on a slide by rank.
WITH high AS (
    SELECT e.lane, e.rank, max(p.tier) + 1 AS tiers
    FROM temp.chart_mark e
    JOIN temp.chart_mark_row p ON p.tool_no = e.tool_no AND p.lane = e.lane AND p.n = e.n
    WHERE e.tool_no = :tool_no
    GROUP BY e.lane
),
based AS MATERIALIZED (
    SELECT lane, rank, tiers, sum(tiers) OVER (ORDER BY lane) - tiers AS base, sum(tiers) OVER (ORDER BY rank) - tiers AS slide_base
    FROM high
)
SELECT e.day, b.base + p.tier AS "row",
       coalesce(iif(e.qualified, 'Đ', w.letter), CASE e.state WHEN 'withdrawal' THEN 'W' WHEN 'others' THEN 'O' WHEN 'ruling' THEN 'R' ELSE 'A' END) AS letter,
       e.state, CASE WHEN e.n > 1 THEN '' ELSE shorten(e.who, 30) END AS lane_label,
       m.day AS moved_from_day, m.tier - p.tier AS moved_from_rows,
       e.day_earliest AS earliest_day, e.day_latest AS latest_day, b.slide_base + p.tier AS slide_row, b.slide_base + b.tiers AS slide_end,
       b.tiers, e.lane, date(e.day_earliest * 86400, 'unixepoch') AS earliest,
       date(e.day_latest * 86400, 'unixepoch') AS latest, e.who, e.id
FROM temp.chart_mark e
JOIN temp.chart_mark_row p ON p.tool_no = e.tool_no AND p.lane = e.lane AND p.n = e.n
JOIN based b ON b.lane = e.lane
LEFT JOIN temp.chart_mark_row m ON m.tool_no = e.tool_no AND m.lane = e.lane AND m.step = e.moved_from_step
LEFT JOIN temp.state_word w ON w.state = e.state
WHERE e.tool_no = :tool_no
ORDER BY e.lane, e.n;
