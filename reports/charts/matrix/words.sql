-- Of more forces those with the most answers are drawn; the counts are of all.
CREATE TEMP TABLE matrix_size AS SELECT 60 AS most_forces;

-- Force by request: what each answer to each request says.
CREATE TEMP TABLE chart_matrix_force AS
SELECT s.tool_no, s.force_no, f.name, f.force_id, sum(s.state IN ('confirm', 'deny', 'ncnd')) AS answers,
       count(DISTINCT CASE WHEN s.state IN ('confirm', 'deny', 'ncnd') THEN s.state END) AS positions,
       row_number() OVER (PARTITION BY s.tool_no ORDER BY count(a.force_no) DESC, f.force_id) AS choice
FROM page_state s
JOIN force f ON f.force_no = s.force_no
LEFT JOIN page_answered a ON a.tool_no = s.tool_no AND a.request_no = s.request_no AND a.force_no = s.force_no
WHERE s.request_no > 0
GROUP BY s.tool_no, s.force_no
HAVING count(a.force_no) > 0;

CREATE TEMP TABLE chart_matrix_row AS
SELECT tool_no, force_no, row_number() OVER (PARTITION BY tool_no ORDER BY name, force_id) - 1 AS place,
       row_number() OVER (PARTITION BY tool_no ORDER BY positions DESC, answers DESC, name, force_id) - 1 AS rank
FROM chart_matrix_force
WHERE choice <= (SELECT most_forces FROM matrix_size);

-- What their cells hold, for the legend.
CREATE TEMP TABLE chart_matrix_held AS
SELECT DISTINCT s.tool_no, s.letter, s.is_old
FROM page_state s
JOIN chart_matrix_row r ON r.tool_no = s.tool_no AND r.force_no = s.force_no
WHERE s.request_no > 0;

INSERT INTO page_chart
SELECT 1000 * t.place + 100, 'matrix-' || t.file_name, 'matrix', t.tool_no, 0,
       CASE r.comparable WHEN 0 THEN 'No force is known to have answered two requests'
                         WHEN 1 THEN 'Of 1 force with two answers, ' || r.differing || ' differed'
                         ELSE r.differing || ' of ' || r.comparable || ' forces answered two requests differently' END,
       'Letters of ' || r.forces || plural(r.forces, ' force', ' forces')
           || CASE WHEN r.forces > most_forces THEN ', ' || most_forces || ' of them drawn,' ELSE '' END || ' to ' || t.shown
           || plural(t.shown, ' request', ' requests')
           || CASE WHEN t.requests > t.shown THEN ', the latest of ' || t.requests || ',' ELSE '' END || ' about '
           || substr(t.tool, 1, 80) || ', ' || dated,
       'Matrix of forces and requests. ' || r.forces || plural(r.forces, ' force', ' forces')
           || ' sent a letter in answer to at least one of ' || t.shown || plural(t.shown, ' request', ' requests')
           || ' about ' || substr(t.tool, 1, 80) || '; ' || r.comparable || ' took a position in two or more, and '
           || r.differing || ' of these took different ones.', source
FROM (SELECT t.*, count(*) AS shown, (SELECT count(DISTINCT l.request_no) FROM letter l WHERE l.tool_no = t.tool_no) AS requests
      FROM page_tool t JOIN page_request q ON q.tool_no = t.tool_no GROUP BY t.tool_no) t
JOIN (SELECT tool_no, count(*) AS forces, sum(answers > 1) AS comparable, sum(positions > 1) AS differing
      FROM chart_matrix_force GROUP BY tool_no) r ON r.tool_no = t.tool_no
CROSS JOIN chart_words
CROSS JOIN matrix_size
WHERE t.is_charted;
