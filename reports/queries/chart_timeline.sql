-- A mark for each event of a lane; marks that would cover each other are moved on by as
-- much as they need (drawn_day), which keeps their order. A lane has room for 33 marks:
-- in a fuller one they overlap, so that none is moved years away.
WITH numbered AS (
    SELECT e.*, l.lane, row_number() OVER (PARTITION BY l.lane ORDER BY e.day, e.step) AS n
    FROM temp.chart_event e
    JOIN temp.chart_lane l ON l.tool_no = e.tool_no AND l.who = e.who
    WHERE e.tool_no = :tool_no AND e.day IS NOT NULL
),
span AS (
    SELECT max(max(day) - min(day), 60) / max(33.0, 1.5 * max(n)) AS least_gap
    FROM numbered
)
SELECT max(day - n * least_gap) OVER (PARTITION BY lane ORDER BY n) + n * least_gap AS drawn_day, lane,
       CASE state WHEN 'confirm' THEN 'C' WHEN 'deny' THEN 'D' WHEN 'ncnd' THEN 'N' WHEN 'withdrawal' THEN 'W' ELSE 'A' END AS letter,
       state, CASE WHEN n > 1 THEN '' WHEN length(who) > 30 THEN substr(who, 1, 29) || '…' ELSE who END AS lane_label,
       moved_from AS moved_from_day, day, date(day_earliest * 86400, 'unixepoch') AS earliest,
       date(day_latest * 86400, 'unixepoch') AS latest, who, id
FROM numbered, span
ORDER BY lane, n;
