-- What several sections of the page share. These tables live as long as the
-- connection and are no part of audit.db.

-- Tools that some response is about, the most answered first. A file name is made
-- of the identifier only where that is plain.
CREATE TEMP TABLE page_tool AS
SELECT t.tool_no, t.tool_id, t.name AS tool,
       row_number() OVER (ORDER BY count(p.force_no) DESC, t.tool_id) AS place,
       'stance-map-' || CASE
           WHEN t.tool_id <> '' AND t.tool_id NOT GLOB '*[^a-z0-9-]*' AND length(t.tool_id) <= 40 THEN t.tool_id
           ELSE 'tool_' || row_number() OVER (ORDER BY count(p.force_no) DESC, t.tool_id) END AS chart
FROM tool t
LEFT JOIN public_position p ON p.tool_no = t.tool_no
WHERE t.tool_no IN (SELECT tool_no FROM unit UNION SELECT tool_no FROM public_position)
GROUP BY t.tool_no;

-- Forces that answered something about one of the tools shown.
CREATE TEMP TABLE page_answered AS
SELECT l.tool_no, l.force_no, max(r.stance_no = 10) AS some_unread
FROM letter l
JOIN page_tool t ON t.tool_no = l.tool_no AND t.place <= 6
JOIN response r ON r.response_no = l.response_no
GROUP BY l.tool_no, l.force_no;

-- Forces known to have received a request about one of them.
CREATE TEMP TABLE page_asked AS
SELECT DISTINCT u.tool_no, c.force_no
FROM circulation c
JOIN (SELECT DISTINCT request_no, tool_no FROM unit
      UNION SELECT request_no, tool_no FROM request WHERE tool_no IS NOT NULL) u ON u.request_no = c.request_no
WHERE c.received IS NOT 0;

-- Each tool shown and each force that counts for it: every territorial one, and
-- any other that was asked, answered or has a position.
CREATE TEMP TABLE page_state AS
SELECT t.tool_no, f.force_no, k.force_no IS NOT NULL AS asked, p.acknowledgement_no IS NOT NULL AS acknowledged,
       coalesce(p.position, CASE WHEN a.force_no IS NULL THEN 'unknown'
                                 WHEN a.some_unread THEN 'unread'
                                 ELSE 'silent' END) AS state
FROM page_tool t
JOIN force f
LEFT JOIN public_position p ON p.tool_no = t.tool_no AND p.force_no = f.force_no
LEFT JOIN page_answered a ON a.tool_no = t.tool_no AND a.force_no = f.force_no
LEFT JOIN page_asked k ON k.tool_no = t.tool_no AND k.force_no = f.force_no
WHERE t.place <= 6
  AND (f.kind IS 'territorial' OR p.force_no IS NOT NULL OR a.force_no IS NOT NULL OR k.force_no IS NOT NULL);

CREATE TEMP TABLE page_count AS
SELECT t.*, count(*) AS forces,
       sum(s.state IN ('confirm', 'deny', 'ncnd')) AS with_position,
       sum(s.state = 'confirm') AS confirm, sum(s.state = 'deny') AS deny, sum(s.state = 'ncnd') AS ncnd,
       sum(s.state = 'silent') AS silent, sum(s.state = 'unread') AS unread, sum(s.state = 'unknown') AS unknown,
       sum(s.state = 'unknown' AND s.asked) AS unknown_asked
FROM page_tool t
JOIN page_state s ON s.tool_no = t.tool_no
GROUP BY t.tool_no;

-- The same in words. A title has ten words or fewer.
CREATE TEMP TABLE tool_headline AS
WITH words AS (
    SELECT *,
           confirm || CASE confirm WHEN 1 THEN ' confirms' ELSE ' confirm' END AS confirming,
           deny || CASE deny WHEN 1 THEN ' denies' ELSE ' deny' END AS denying,
           ncnd || CASE ncnd WHEN 1 THEN ' neither confirms nor denies' ELSE ' neither confirm nor deny' END AS neither,
           CASE WHEN silent > 0
                THEN silent || CASE silent WHEN 1 THEN ' is silent; ' ELSE ' are silent; ' END
                ELSE '' END
           || CASE WHEN unread > 0
                   THEN unread || CASE unread WHEN 1 THEN ' published an answer that nobody has read yet; '
                                              ELSE ' published answers that nobody has read yet; ' END
                   ELSE '' END
           || CASE WHEN unknown > 0 THEN 'for ' || unknown || ' no response is known; ' ELSE '' END AS others
    FROM page_count)
SELECT *,
       CASE
           WHEN with_position = 0 THEN 'No force is known to have taken a position'
           WHEN confirm > 0 AND deny > 0 AND ncnd > 0
               THEN 'Forces split three ways: ' || confirming || ', ' || denying || ', ' || ncnd || ' NCND'
           WHEN confirm > 0 AND ncnd > 0 THEN 'Forces split: ' || confirming || ', ' || neither
           WHEN deny > 0 AND ncnd > 0 THEN 'Forces split: ' || denying || ', ' || neither
           WHEN confirm > 0 AND deny > 0 THEN 'Forces split: ' || confirming || ', ' || denying
           WHEN with_position = 1
               THEN 'The one force with a position'
                    || CASE WHEN confirm THEN ' confirms' WHEN deny THEN ' denies'
                            ELSE ' neither confirms nor denies' END
           ELSE 'All ' || with_position || ' forces with a position'
                || CASE WHEN confirm THEN ' confirm' WHEN deny THEN ' deny' ELSE ' neither confirm nor deny' END
       END AS title,
       'Of ' || forces || CASE forces WHEN 1 THEN ' force, ' ELSE ' forces, ' END
       || CASE with_position WHEN 0 THEN 'none is known to have' WHEN 1 THEN '1 has'
                             ELSE with_position || ' have' END
       || ' a public position on ' || substr(tool, 1, 200)
       || CASE with_position WHEN 0 THEN '.'
                             ELSE ': ' || confirming || ', ' || denying || ' and ' || neither || ' (NCND).' END
       || CASE others WHEN '' THEN '' ELSE ' Of the others, ' || rtrim(others, '; ') || '.' END AS sentence
FROM words;

-- Open findings in the order of findings.csv.
CREATE TEMP TABLE page_order AS
SELECT v.finding_no, v.finding_id, v.severity, v.severity_rank, v.rule_id, v.certainty,
       row_number() OVER w AS place
FROM (SELECT fi.finding_no, fi.finding_id, fi.rule_id, fi.severity, s.rank AS severity_rank, fi.certainty,
             f.force_id, t.tool_id, q.request_id, qu.question_id
      FROM finding fi
      JOIN severity s ON s.severity = fi.severity
      LEFT JOIN force f ON f.force_no = fi.force_no
      LEFT JOIN tool t ON t.tool_no = fi.tool_no
      LEFT JOIN request q ON q.request_no = fi.request_no
      LEFT JOIN question qu ON qu.question_no = fi.question_no
      WHERE fi.status = 'open') v
WINDOW w AS (ORDER BY severity_rank DESC, certainty = 'possible', rule_id, force_id, tool_id, request_id,
                      question_id, finding_id);

-- Of each severity the first 200 are shown in full, the rest are in findings.csv.
CREATE TEMP TABLE page_finding AS
SELECT finding_no, finding_id, severity, rule_id, place
FROM (SELECT *, row_number() OVER (PARTITION BY severity ORDER BY place) AS place_in_severity FROM page_order)
WHERE place_in_severity <= 200;
CREATE UNIQUE INDEX temp.page_finding_no ON page_finding (finding_no);

-- The five that matter most: the first of each rule, worst rules first, then
-- the second of each.
CREATE TEMP TABLE page_top AS
SELECT finding_no, row_number() OVER (ORDER BY place_in_rule, place) AS place
FROM (SELECT *, row_number() OVER (PARTITION BY rule_id ORDER BY place) AS place_in_rule FROM page_order)
ORDER BY place_in_rule, place
LIMIT 5;

-- Columns of the matrix: per tool at most 60 questions, those on which forces
-- part first, then the most answered; shown in even bands of at most 20.
CREATE TEMP TABLE page_unit AS
SELECT *, (row_number() OVER w - 1) * ((count(*) OVER t + 19) / 20) / count(*) OVER t + 1 AS band,
       row_number() OVER w AS place
FROM (SELECT u.unit_no, u.tool_no, u.request_no, u.question_no, q.request_id, q.logged_earliest, qu.question_id, u.topic,
             row_number() OVER (PARTITION BY u.tool_no
                 ORDER BY (u.confirming > 0) + (u.denying > 0) + (u.ncnd > 0) > 1 DESC,
                          u.confirming + u.denying + u.ncnd DESC, q.request_id, qu.question_id) AS choice
      FROM unit u
      JOIN page_tool t ON t.tool_no = u.tool_no AND t.place <= 6
      JOIN request q ON q.request_no = u.request_no
      LEFT JOIN question qu ON qu.question_no = u.question_no)
WHERE choice <= 60
WINDOW t AS (PARTITION BY tool_no),
       w AS (PARTITION BY tool_no ORDER BY logged_earliest IS NULL, logged_earliest, request_id, question_id, unit_no);

-- Their cells, each with the worst finding shown on the page that rests on it.
CREATE TEMP TABLE page_cell AS
SELECT u.tool_no, u.band, u.place, c.force_no, c.unit_no, c.position, s.stance, r.partial_ncnd, r.date_responded,
       (SELECT f.finding_id
        FROM finding_evidence e
        JOIN page_finding f ON f.finding_no = e.finding_no
        JOIN finding fi ON fi.finding_no = e.finding_no
        WHERE e.response_no = c.response_no AND (fi.question_no IS NULL OR fi.question_no IS u.question_no)
        ORDER BY f.place LIMIT 1) AS finding_id
FROM page_unit u
JOIN cell c ON c.unit_no = u.unit_no
JOIN response r ON r.response_no = c.response_no
JOIN stance s ON s.stance_no = r.stance_no;
CREATE INDEX temp.page_cell_of_force ON page_cell (tool_no, band, force_no, place);

-- Steps of the timelines shown: of each tool at most 60, those that opened a split or
-- left a force's own line first, then those that became inconsistent otherwise.
CREATE TEMP TABLE page_chain AS
SELECT tool_no, step
FROM (SELECT c.tool_no, c.step,
             row_number() OVER (PARTITION BY c.tool_no ORDER BY coalesce(x.weight, 0) DESC, c.step) AS choice
      FROM chain_step c
      JOIN page_tool t ON t.tool_no = c.tool_no AND t.place <= 6
      LEFT JOIN (SELECT tool_no, step, max(CASE WHEN effect = 'opens' AND NOT is_expected THEN 3
                                                WHEN kind <> 'split' OR effect = 'opens' THEN 2
                                                ELSE NOT is_expected END) AS weight
                 FROM chain_conflict
                 GROUP BY tool_no, step) x ON x.tool_no = c.tool_no AND x.step = c.step)
WHERE choice <= 60;
