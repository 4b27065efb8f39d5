-- name: chart_timeline
-- A mark for each event of a lane. Marks that would cover each other move apart by as much
-- as they need (drawn_day), in their order and inside the drawing.
WITH numbered AS (
    SELECT e.*, l.lane, row_number() OVER lanes AS n, count(*) OVER (PARTITION BY l.lane) AS events,
           min(e.day) OVER () AS first_day, max(e.day) OVER () AS last_day
    FROM temp.chart_event e
    JOIN temp.chart_lane l ON l.tool_no = e.tool_no AND l.who = e.who
    WHERE e.tool_no = :tool_no AND e.day IS NOT NULL
    WINDOW lanes AS (PARTITION BY l.lane ORDER BY e.day, e.step)
),
spaced AS (
    SELECT *, max(last_day - first_day, 60) / max(30.0, events) AS gap FROM numbered
),
placed AS (
    SELECT *, min(max(day - n * gap) OVER (PARTITION BY lane ORDER BY n) + n * gap,
                  max(last_day, first_day + 60) - (events - n) * gap) AS drawn_day
    FROM spaced
)
SELECT drawn_day, lane,
       coalesce(iif(qualified, 'Đ', w.letter), CASE state WHEN 'withdrawal' THEN 'W' WHEN 'others' THEN 'O' WHEN 'ruling' THEN 'R' ELSE 'A' END) AS letter,
       state, CASE WHEN n > 1 THEN '' ELSE shorten(who, 30) END AS lane_label,
       CASE WHEN moved_from IS NOT NULL
            THEN max(CASE kind WHEN 'letter' THEN drawn_day END)
                 OVER (PARTITION BY lane ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) END AS moved_from_drawn_day,
       day, date(day_earliest * 86400, 'unixepoch') AS earliest,
       date(day_latest * 86400, 'unixepoch') AS latest, who, id
FROM placed
LEFT JOIN temp.state_word w USING (state)
ORDER BY lane, n;
