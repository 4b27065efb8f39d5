-- Timeline: forces that moved, what they and others published, and what was decided about them. A lane a
-- force (or collaboration); at most 30, those that moved most and of which most is to be shown first.
CREATE TEMP TABLE chart_move AS
SELECT m.later_letter_no, max(e.responded_earliest + e.responded_latest) / 2.0 AS moved_from
FROM change m JOIN letter e ON e.letter_no = m.earlier_letter_no
GROUP BY m.later_letter_no;
CREATE UNIQUE INDEX temp.chart_move_of ON chart_move (later_letter_no);

CREATE TEMP TABLE chart_event AS
SELECT c.tool_no, c.step, c.kind, c.day_earliest, c.day_latest, (c.day_earliest + c.day_latest) / 2.0 AS day,
       coalesce(f.name, o.name, 'all territorial forces') AS who, f.force_no,
       CASE c.kind WHEN 'letter' THEN l.position_on_use
                   WHEN 'withdrawal' THEN 'withdrawal'
                   WHEN 'ruling' THEN 'ruling'
                   ELSE iif(a.publisher = 'force' AND a.force_no IS NOT NULL, 'acknowledgement', 'others') END AS state,
       coalesce(a.acknowledgement_id, k.ruling_id, (SELECT w.response_id FROM response_wording w WHERE w.response_no = l.response_no)) AS id,
       coalesce(l.qualified, 0) AS qualified,
       (SELECT m.moved_from FROM chart_move m WHERE m.later_letter_no = c.letter_no) AS moved_from
FROM chain_step c
JOIN page_tool t ON t.tool_no = c.tool_no AND t.is_charted
LEFT JOIN letter l ON l.letter_no = c.letter_no
LEFT JOIN acknowledgement a ON a.acknowledgement_no = c.acknowledgement_no
LEFT JOIN ruling k ON k.ruling_no = c.ruling_no
LEFT JOIN force f ON f.force_no = coalesce(l.force_no, a.force_no, k.force_no)
LEFT JOIN collaboration o ON o.collaboration_no = a.collaboration_no;

CREATE TEMP TABLE chart_lane AS
SELECT tool_no, who, moves, row_number() OVER (PARTITION BY tool_no ORDER BY first_day, who) - 1 AS lane, choice AS rank
FROM (SELECT tool_no, who, sum(moved_from IS NOT NULL) AS moves,
             min(day) AS first_day,
             row_number() OVER (PARTITION BY tool_no
                 ORDER BY sum(moved_from IS NOT NULL) DESC, sum(kind <> 'letter') DESC, who) AS choice
      FROM chart_event
      WHERE day IS NOT NULL
      GROUP BY tool_no, who
      HAVING sum(moved_from IS NOT NULL) > 0 OR sum(kind <> 'letter') > 0)
WHERE choice <= 30;

-- Their marks in order; `gap` is how many days a mark is wide.
CREATE TEMP TABLE chart_mark AS
SELECT e.*, l.lane, l.rank, row_number() OVER (PARTITION BY e.tool_no, l.lane ORDER BY e.day, e.step) AS n,
       max(max(e.day) OVER tools - min(e.day) OVER tools, 60) / 32.0 AS gap,
       CASE WHEN e.moved_from IS NOT NULL
            THEN max(CASE e.kind WHEN 'letter' THEN e.step END) OVER (PARTITION BY e.tool_no, l.lane ORDER BY e.day, e.step
                                                                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) END AS moved_from_step
FROM chart_event e
JOIN chart_lane l ON l.tool_no = e.tool_no AND l.who = e.who
WHERE e.day IS NOT NULL
WINDOW tools AS (PARTITION BY e.tool_no);
CREATE UNIQUE INDEX temp.chart_mark_of ON chart_mark (tool_no, lane, n);

-- Marks nearer than a mark is wide are a crowd, and take the rows of their lane in turn: as many as stand within the
-- width of one, so that two of one row are that far apart; at most six.
CREATE TEMP TABLE chart_mark_row AS
WITH near AS (
    SELECT tool_no, lane, n, step, day,
           count(*) OVER (PARTITION BY tool_no, lane ORDER BY day / gap RANGE BETWEEN 0.999 PRECEDING AND CURRENT ROW) AS within,
           coalesce(day / gap - lag(day / gap) OVER (PARTITION BY tool_no, lane ORDER BY n) > 0.999, 1) AS begins
    FROM chart_mark
), crowd AS (
    SELECT *, sum(begins) OVER (PARTITION BY tool_no, lane ORDER BY n) AS crowd FROM near
)
SELECT tool_no, lane, n, step, day,
       (row_number() OVER (PARTITION BY tool_no, lane, crowd ORDER BY n) - 1)
           % min(max(within) OVER (PARTITION BY tool_no, lane, crowd), 6) AS tier
FROM crowd;
CREATE UNIQUE INDEX temp.chart_mark_row_of ON chart_mark_row (tool_no, lane, n);
CREATE INDEX temp.chart_mark_row_step ON chart_mark_row (tool_no, step);

INSERT INTO page_chart
SELECT 1000 * t.place + 110, 'timeline-' || t.file_name, 'timeline', t.tool_no, 0,
       CASE e.moving WHEN 0 THEN 'No force is known to have moved' ELSE e.moving || plural(e.moving, ' force moved', ' forces moved') END || '; '
           || CASE e.acknowledging WHEN 0 THEN 'none acknowledged' ELSE e.acknowledging || ' acknowledged' END,
       'Letters that take a position, publications and rulings about ' || substr(t.tool, 1, 80) || '; '
           || n.lanes || ' drawn that moved or that something was published or decided about; a bar where the day is not known, close marks below each other; ' || dated
           || CASE e.undated WHEN 0 THEN '' ELSE '; ' || e.undated || ' without a date are not drawn' END,
       'Timeline. ' || e.moving || plural(e.moving, ' force', ' forces') || ' took another position than before about ' || substr(t.tool, 1, 80)
           || '; ' || e.acknowledging || ' published an acknowledgement of their own'
           || CASE e.rulings WHEN 0 THEN '' ELSE '; ' || e.rulings || plural(e.rulings, ' ruling', ' rulings') END || '.', source
FROM page_tool t
JOIN (SELECT tool_no, count(DISTINCT CASE WHEN moved_from IS NOT NULL THEN who END) AS moving,
             count(DISTINCT CASE WHEN state = 'acknowledgement' THEN who END) AS acknowledging,
             sum(day IS NULL) AS undated, sum(state = 'ruling') AS rulings
      FROM chart_event GROUP BY tool_no) e ON e.tool_no = t.tool_no
JOIN (SELECT tool_no, count(*) AS lanes FROM chart_lane GROUP BY tool_no) n ON n.tool_no = t.tool_no
CROSS JOIN chart_words;
