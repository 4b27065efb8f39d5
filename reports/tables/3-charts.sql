-- Every chart with its words (OUTPUTS.md: charts/). A title states the finding in ten
-- words or fewer; the subtitle says measure, place and date; the sentence stands for the
-- picture where it cannot be seen. Needs 1-page.sql and 2-states.sql.
CREATE TEMP TABLE page_chart (
    place      INTEGER NOT NULL,
    chart      TEXT NOT NULL,            -- file name without its ending
    kind       TEXT NOT NULL,            -- reports/charts/KIND.gp, reports/queries/chart_KIND.sql
    tool_no    INTEGER NOT NULL,         -- 0: about no one tool
    request_no INTEGER NOT NULL,         -- 0: about no one request
    title      TEXT NOT NULL,
    subtitle   TEXT NOT NULL,
    sentence   TEXT NOT NULL,
    source     TEXT NOT NULL
);

CREATE TEMP TABLE chart_words AS
SELECT 'as of ' || coalesce(as_of, 'no date') AS dated,
       'Source: responses and acknowledgements published by forces, in the pack ' || substr(pack, 1, 80) AS source
FROM audit;

-- Stance maps: as the record stands, then of each national request, the latest first; of
-- requests at most the latest 40.
INSERT INTO page_chart
SELECT 1000 * place, 'stance-map-' || file_name, 'stance-map', tool_no, 0, title,
       'Public position on ' || substr(tool, 1, 80) || ', ' || forces || ' forces, ' || dated
           || CASE unknown WHEN 0 THEN '' ELSE '; no response is known for ' || unknown || ' of them' END,
       'Tile map of the forces. ' || sentence, source
FROM tool_headline, chart_words
WHERE place <= 4 AND with_position > 0;

INSERT INTO page_chart
SELECT 1000 * place + 1 + row_number() OVER (PARTITION BY tool_no ORDER BY request_place DESC),
       'stance-map-' || file_name || '-' || request_file_name, 'stance-map', tool_no, request_no, title,
       'Answers to ' || substr(request_id, 1, 60) || ' about ' || substr(tool, 1, 80) || ', ' || forces || ' forces, ' || dated
           || CASE unknown WHEN 0 THEN '' ELSE '; no response is known for ' || unknown || ' of them' END,
       'Tile map of the forces. ' || sentence, source
FROM (SELECT *, row_number() OVER (ORDER BY logged_earliest DESC, place, request_id) AS choice
      FROM page_headline
      WHERE place <= 4 AND request_no > 0 AND is_national AND with_position > 0), chart_words
WHERE choice <= 40;

-- Force by request: what each answer to each request says. Of more than 60 forces those
-- with the most answers are drawn; the counts are of all.
CREATE TEMP TABLE chart_matrix_force AS
SELECT s.tool_no, s.force_no, f.name, f.force_id, sum(s.state IN ('confirm', 'deny', 'ncnd')) AS answers,
       count(DISTINCT CASE WHEN s.state IN ('confirm', 'deny', 'ncnd') THEN s.state END) AS positions,
       row_number() OVER (PARTITION BY s.tool_no ORDER BY sum(s.state <> 'unknown') DESC, f.force_id) AS choice
FROM page_state s
JOIN force f ON f.force_no = s.force_no
WHERE s.request_no > 0
GROUP BY s.tool_no, s.force_no
HAVING sum(s.state <> 'unknown') > 0;

CREATE TEMP TABLE chart_matrix_row AS
SELECT tool_no, force_no, row_number() OVER (PARTITION BY tool_no ORDER BY name, force_id) - 1 AS place
FROM chart_matrix_force
WHERE choice <= 60;

INSERT INTO page_chart
SELECT 1000 * t.place + 100, 'matrix-' || t.file_name, 'matrix', t.tool_no, 0,
       CASE r.comparable WHEN 0 THEN 'No force is known to have answered two requests'
                         WHEN 1 THEN 'Of 1 force with two answers, ' || r.differing || ' differed'
                         ELSE r.differing || ' of ' || r.comparable || ' forces answered two requests differently' END,
       'Letters of ' || r.forces || CASE r.forces WHEN 1 THEN ' force' ELSE ' forces' END
           || CASE WHEN r.forces > 60 THEN ', 60 of them drawn,' ELSE '' END || ' to ' || t.shown
           || CASE t.shown WHEN 1 THEN ' request' ELSE ' requests' END
           || CASE WHEN t.requests > t.shown THEN ', the latest of ' || t.requests || ',' ELSE '' END || ' about '
           || substr(t.tool, 1, 80) || ', ' || dated,
       'Matrix of forces and requests. ' || r.forces || CASE r.forces WHEN 1 THEN ' force' ELSE ' forces' END
           || ' sent a letter in answer to at least one of ' || t.shown || CASE t.shown WHEN 1 THEN ' request' ELSE ' requests' END
           || ' about ' || substr(t.tool, 1, 80) || '; ' || r.comparable || ' took a position in two or more, and '
           || r.differing || ' of these took different ones.', source
FROM (SELECT t.*, count(*) AS shown, (SELECT count(DISTINCT l.request_no) FROM letter l WHERE l.tool_no = t.tool_no) AS requests
      FROM page_tool t JOIN page_request q ON q.tool_no = t.tool_no GROUP BY t.tool_no) t
JOIN (SELECT tool_no, count(*) AS forces, sum(answers > 1) AS comparable, sum(positions > 1) AS differing
      FROM chart_matrix_force GROUP BY tool_no) r ON r.tool_no = t.tool_no
CROSS JOIN chart_words
WHERE t.place <= 4;

-- Timeline: forces that moved, and what they and others published. A lane a force (or
-- collaboration); at most 30, those that moved most and acknowledged most first.
CREATE TEMP TABLE chart_move AS
SELECT m.later_letter_no, max(e.responded_earliest + e.responded_latest) / 2.0 AS moved_from
FROM change m JOIN letter e ON e.letter_no = m.earlier_letter_no
GROUP BY m.later_letter_no;
CREATE UNIQUE INDEX temp.chart_move_of ON chart_move (later_letter_no);

CREATE TEMP TABLE chart_event AS
SELECT c.tool_no, c.step, c.kind, c.day_earliest, c.day_latest, (c.day_earliest + c.day_latest) / 2.0 AS day,
       coalesce(f.name, o.name) AS who, f.force_no,
       CASE c.kind WHEN 'letter' THEN l.position_on_use
                   WHEN 'withdrawal' THEN 'withdrawal'
                   ELSE iif(a.publisher = 'force' AND a.force_no IS NOT NULL, 'acknowledgement', 'others') END AS state,
       coalesce(a.acknowledgement_id, (SELECT w.response_id FROM response_wording w WHERE w.response_no = l.response_no)) AS id,
       (SELECT m.moved_from FROM chart_move m WHERE m.later_letter_no = c.letter_no) AS moved_from
FROM chain_step c
JOIN page_tool t ON t.tool_no = c.tool_no AND t.place <= 4
LEFT JOIN letter l ON l.letter_no = c.letter_no
LEFT JOIN acknowledgement a ON a.acknowledgement_no = c.acknowledgement_no
LEFT JOIN force f ON f.force_no = coalesce(l.force_no, a.force_no)
LEFT JOIN collaboration o ON o.collaboration_no = a.collaboration_no;

CREATE TEMP TABLE chart_lane AS
SELECT tool_no, who, moves, acknowledgements, row_number() OVER (PARTITION BY tool_no ORDER BY first_day, who) - 1 AS lane
FROM (SELECT tool_no, who, sum(moved_from IS NOT NULL) AS moves, sum(kind <> 'letter') AS acknowledgements,
             min(day) AS first_day,
             row_number() OVER (PARTITION BY tool_no
                 ORDER BY sum(moved_from IS NOT NULL) DESC, sum(kind <> 'letter') DESC, who) AS choice
      FROM chart_event
      WHERE day IS NOT NULL
      GROUP BY tool_no, who
      HAVING sum(moved_from IS NOT NULL) > 0 OR sum(kind <> 'letter') > 0)
WHERE choice <= 30;

INSERT INTO page_chart
SELECT 1000 * t.place + 110, 'timeline-' || t.file_name, 'timeline', t.tool_no, 0,
       CASE e.moving WHEN 0 THEN 'No force is known to have moved' WHEN 1 THEN '1 force moved' ELSE e.moving || ' forces moved' END || '; '
           || CASE e.acknowledging WHEN 0 THEN 'none acknowledged' WHEN 1 THEN '1 acknowledged' ELSE e.acknowledging || ' acknowledged' END,
       'Letters that take a position, and publications, about ' || substr(t.tool, 1, 80) || '; '
           || n.lanes || ' drawn that moved or that something was published about; close marks moved apart; ' || dated
           || CASE e.undated WHEN 0 THEN '' ELSE '; ' || e.undated || ' without a date are not drawn' END,
       'Timeline. ' || e.moving || CASE e.moving WHEN 1 THEN ' force' ELSE ' forces' END || ' took another position than before about ' || substr(t.tool, 1, 80)
           || '; ' || e.acknowledging || ' published an acknowledgement of their own.', source
FROM page_tool t
JOIN (SELECT tool_no, count(DISTINCT CASE WHEN moved_from IS NOT NULL THEN who END) AS moving,
             count(DISTINCT CASE WHEN state = 'acknowledgement' THEN who END) AS acknowledging,
             sum(day IS NULL) AS undated
      FROM chart_event GROUP BY tool_no) e ON e.tool_no = t.tool_no
JOIN (SELECT tool_no, count(*) AS lanes FROM chart_lane GROUP BY tool_no) n ON n.tool_no = t.tool_no
CROSS JOIN chart_words;

-- Exposure against compliance: forces with the same values share a point. Its place and
-- radius are in px of a drawing 640 by 420; analyzer/report/chart_labels.c places the labels.
CREATE TEMP TABLE chart_point AS
SELECT tool_no, row_number() OVER (ORDER BY tool_no, exposure, compliance) AS point_no, exposure, compliance,
       count(*) AS forces, 640 * exposure AS x, 420 * (1 - compliance) AS y, 7 + 3 * sqrt(count(*)) AS radius,
       CASE WHEN count(*) <= 4 THEN group_concat(name, ', ')
            ELSE '' END AS label,
       substr(group_concat(force, ', '), 1, 2000) AS names, NULL AS label_x, NULL AS label_y
FROM (SELECT e.tool_no, round(e.p_use, 2) AS exposure, round(coalesce(c.compliance, 0), 2) AS compliance,
             CASE WHEN f.abbreviation NOT GLOB '*[^A-Za-z0-9]*' AND length(f.abbreviation) BETWEEN 1 AND 4 THEN f.abbreviation
                  ELSE substr(f.name, 1, 12) END AS name, f.name AS force
      FROM force_exposure e
      JOIN page_tool t ON t.tool_no = e.tool_no AND t.place <= 4
      JOIN force f ON f.force_no = e.force_no
      LEFT JOIN v_compliance c ON c.force_no = e.force_no AND c.tool_no = e.tool_no
      WHERE e.p_use IS NOT NULL
        -- Of whom no letter was read nothing could be found.
        AND EXISTS (SELECT 1 FROM letter l WHERE l.force_no = e.force_no AND l.tool_no = e.tool_no AND l.position_on_use <> 'silent')
      ORDER BY f.force_id)
GROUP BY tool_no, exposure, compliance;

-- A number that another point would cover stands beside its own.
UPDATE chart_point SET label = forces || ' forces'
WHERE forces > 4
  AND EXISTS (SELECT 1 FROM chart_point o
              WHERE o.tool_no = chart_point.tool_no AND o.point_no <> chart_point.point_no
                AND (o.x - chart_point.x) * (o.x - chart_point.x) + (o.y - chart_point.y) * (o.y - chart_point.y)
                    < (o.radius + 10) * (o.radius + 10));

INSERT INTO page_chart
SELECT 1000 * t.place + 120, 'quadrant-' || t.file_name, 'quadrant', t.tool_no, 0,
       p.upper || ' of ' || p.forces || ' forces stand high on both risks',
       'Exposure (chance of use that a reader would infer) and compliance index, ' || substr(t.tool, 1, 80) || ', ' || dated,
       'Scatter of ' || p.forces || ' forces by exposure and compliance index about ' || substr(t.tool, 1, 80) || '. '
           || p.upper || ' have 0.5 or more on both. It says what the answers give away, not who uses the tool.', source
FROM page_tool t
JOIN (SELECT tool_no, sum(forces) AS forces, sum(iif(exposure >= 0.5 AND compliance >= 0.5, forces, 0)) AS upper
      FROM chart_point GROUP BY tool_no) p ON p.tool_no = t.tool_no
CROSS JOIN chart_words
WHERE p.forces > 1;

-- Agreement over time: of each request the question on use, else on the contract, else
-- the most answered.
CREATE TEMP TABLE chart_agreement AS
SELECT tool_no, request_id, logged_earliest, modal_position, modal_share, modal_low, modal_high, answers,
       judged, conforming, conforming_low, conforming_high,
       row_number() OVER (PARTITION BY tool_no ORDER BY place) - 1 AS place
FROM (SELECT q.tool_no, q.request_id, q.logged_earliest, q.place, a.*,
             row_number() OVER (PARTITION BY q.tool_no, q.request_no
                 ORDER BY CASE u.topic WHEN 'use' THEN 0 WHEN 'contract' THEN 1 ELSE 2 END, a.answers DESC, u.unit_no) AS choice
      FROM page_request q
      JOIN unit u ON u.tool_no = q.tool_no AND u.request_no = q.request_no
      JOIN unit_agreement a ON a.unit_no = u.unit_no)
WHERE choice = 1;

INSERT INTO page_chart
SELECT 1000 * t.place + 130, 'agreement-' || t.file_name, 'agreement', t.tool_no, 0,
       CASE WHEN n.requests = 1
            THEN CAST(round(l.modal_share * l.answers) AS INTEGER) || ' of ' || l.answers || ' forces gave the commonest answer to '
                 || substr(l.request_id, 1, 30)
            ELSE 'Commonest answer: ' || fixed(100 * f.modal_share, 0) || ' % on ' || substr(f.request_id, 1, 30) || ', '
                 || fixed(100 * l.modal_share, 0) || ' % on ' || substr(l.request_id, 1, 30) END,
       'Share of forces that gave the commonest answer, and that followed advice in force, with 95 % intervals; '
           || substr(t.tool, 1, 80) || ', ' || dated,
       'Agreement on ' || substr(t.tool, 1, 80) || ' over ' || n.requests || CASE n.requests WHEN 1 THEN ' request' ELSE ' requests' END || ': first '
           || fixed(100 * f.modal_share, 0) || ' % of ' || f.answers || ', last ' || fixed(100 * l.modal_share, 0) || ' % of '
           || l.answers || ' forces gave the commonest answer.', source
FROM page_tool t
JOIN (SELECT tool_no, count(*) AS requests, max(place) AS last FROM chart_agreement GROUP BY tool_no) n ON n.tool_no = t.tool_no
JOIN chart_agreement f ON f.tool_no = t.tool_no AND f.place = 0
JOIN chart_agreement l ON l.tool_no = t.tool_no AND l.place = n.last
CROSS JOIN chart_words
WHERE t.place <= 4;

-- Findings by rule and severity, with what is new and what is resolved since the baseline.
CREATE TEMP TABLE chart_rule AS
SELECT rule_id, title, severity, rank, n, fresh, resolved,
       row_number() OVER (ORDER BY rank DESC, n DESC, rule_id) - 1 AS place
FROM (SELECT r.rule_id, r.title, s.severity, s.rank, count(f.finding_no) AS n,
             coalesce(sum(c.change = 'new'), 0) AS fresh,
             (SELECT count(*) FROM resolved_finding o WHERE o.rule_id = r.rule_id AND o.severity = s.severity) AS resolved
      FROM rule r
      CROSS JOIN severity s
      LEFT JOIN finding f ON f.rule_id = r.rule_id AND f.severity = s.severity AND f.status = 'open'
      LEFT JOIN finding_change c ON c.finding_id = f.finding_id
      GROUP BY r.rule_id, s.severity)
WHERE n > 0 OR resolved > 0;

INSERT INTO page_chart
SELECT 900, 'findings', 'findings', 0, 0,
       f.n || CASE f.n WHEN 1 THEN ' finding' ELSE ' findings' END || ', ' || f.grave || ' critical or high'
           || CASE WHEN b.pack IS NULL THEN '' ELSE '; ' || f.fresh || ' new, ' || f.resolved || ' resolved' END,
       'Open findings by rule and severity' || CASE WHEN f.rows > 48 THEN ', the first 48 of ' || f.rows ELSE '' END || ', ' || dated
           || CASE WHEN b.pack IS NULL THEN '' ELSE '; compared with the audit ' || coalesce('as of ' || b.as_of, 'of ' || substr(b.pack, 1, 60)) END,
       'Bars of findings by rule. ' || f.n || ' open findings of ' || f.rules || ' rules, ' || f.grave || ' of them critical or high.',
       source
FROM (SELECT sum(n) AS n, sum(iif(rank >= 4, n, 0)) AS grave, sum(fresh) AS fresh, sum(resolved) AS resolved,
             count(DISTINCT rule_id) AS rules, count(*) AS rows
      FROM chart_rule) f
CROSS JOIN chart_words
LEFT JOIN baseline b ON 1
WHERE f.rules > 0;

-- What one further answer would give away about the others. Forces of which the same
-- holds share a bar.
CREATE TEMP TABLE chart_whatif AS
SELECT tool_no, from_position, to_position, n, first_name, bits, leaked_after, share_low, share_high,
       row_number() OVER (PARTITION BY tool_no ORDER BY bits DESC, from_position, to_position, first_name) - 1 AS place
FROM (SELECT w.tool_no, w.from_position, w.to_position, count(*) AS n, min(f.name) AS first_name,
             w.others_bits AS bits, w.leaked_after, min(w.share_low) AS share_low, max(w.share_high) AS share_high,
             row_number() OVER (PARTITION BY w.tool_no ORDER BY abs(w.others_bits) DESC, count(*) DESC, min(f.name)) AS choice
      FROM v_whatif w
      JOIN page_tool t ON t.tool_no = w.tool_no AND t.place <= 4
      JOIN exposure e ON e.tool_no = w.tool_no AND NOT e.withheld
      LEFT JOIN force f ON f.force_no = w.force_no
      WHERE w.others_bits IS NOT NULL
      GROUP BY w.tool_no, w.from_position, w.to_position, round(w.others_bits, 6))
WHERE choice <= 14;

INSERT INTO page_chart
SELECT 1000 * t.place + 140, 'whatif-' || t.file_name, 'whatif', t.tool_no, 0,
       CASE WHEN w.most > 0.005 THEN 'One changed answer gives away up to ' || fixed(w.most, 2) || ' bits'
            ELSE 'No single changed answer would give away more' END,
       'Bits about the other forces that a change of one public position would give away (or take back); '
           || substr(t.tool, 1, 80) || ', ' || dated,
       'Tornado of ' || w.bars || CASE w.bars WHEN 1 THEN ' change' ELSE ' changes' END || ' of one public position about ' || substr(t.tool, 1, 80) || ': from '
           || fixed(w.least, 2) || ' to ' || fixed(w.most, 2) || ' bits about the other forces.', source
FROM page_tool t
JOIN (SELECT tool_no, count(*) AS bars, max(bits) AS most, min(bits) AS least FROM chart_whatif GROUP BY tool_no) w
  ON w.tool_no = t.tool_no
CROSS JOIN chart_words
WHERE w.most >= 0.005 OR w.least <= -0.005;

-- The assumptions behind the bits given away, one at a time.
INSERT INTO page_chart
SELECT 1000 * t.place + 150, 'assumptions-' || t.file_name, 'assumptions', t.tool_no, 0,
       fixed(e.leaked_bits, 1) || ' bits given away; ' || fixed(s.least, 1) || ' to ' || fixed(s.most, 1) || ' by assumption',
       'Bits given away about all forces when one assumption moves over its range; ' || substr(t.tool, 1, 80) || ', ' || dated,
       'Tornado of the assumptions behind the bits given away about ' || substr(t.tool, 1, 80) || ': '
           || fixed(e.leaked_bits, 2) || ' as assumed, ' || fixed(s.least, 2) || ' to ' || fixed(s.most, 2)
           || ' when one assumption changes.', source
FROM page_tool t
JOIN exposure e ON e.tool_no = t.tool_no AND e.leaked_bits IS NOT NULL
JOIN (SELECT tool_no, min(min(leaked_at_low, leaked_at_high)) AS least, max(max(leaked_at_low, leaked_at_high)) AS most
      FROM exposure_swing GROUP BY tool_no) s ON s.tool_no = t.tool_no
CROSS JOIN chart_words
WHERE t.place <= 4 AND s.most > s.least;
