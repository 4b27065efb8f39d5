-- What several sections of the page share. These tables live as long as the
-- connection and are no part of audit.db.

-- How much of a large pack is shown: the numbers that stand in more than one place.
CREATE TEMP TABLE page_size AS
SELECT 6 AS tools_shown, 4 AS tools_charted,    -- the most answered
       200 AS matters_shown,                    -- of each severity, in full
       24 AS members_shown,                     -- findings of a matter
       8 AS evidence_shown,                     -- rows of each role of a finding
       60 AS questions_shown,                   -- of a tool, in the matrix
       6 AS likenesses_shown, 30 AS likeness_forces, -- questions whose wordings are compared, and forces of each
       8 AS names_of_split,                     -- in a step of the timeline
       60 AS letters_shown,                     -- of a force
       3000 AS letters_in_full, 60 AS rows_of_letter, -- letters with an address of their own
       80 AS most_of_list, 340 AS most_of_message, -- of one between forces, which names them
       12 AS parties_named, 3 AS letters_named, 300 AS forces_of_matter, -- beside a matter
       24 AS members_near, 12 AS findings_of_row,                   -- on a row of such a letter
       60 AS neighbours_named,                  -- of a force, by position
       12 AS standings_shown,                   -- tools of a force, as an answer of the day would stand
       20 AS rows_of_standing,                  -- acknowledgements of a level, and advice
       60 AS complaints_shown,                  -- forces by complaint risk
       50 AS changes_shown,                     -- of each kind, since the last audit
       200 AS waived_shown, 50 AS rejects_shown, 50 AS notices_shown, 50 AS disagreements_shown;

-- Tools that some response is about, the most answered first. A file name is made
-- of the identifier only where that is plain.
CREATE TEMP TABLE page_tool AS
SELECT *, place <= (SELECT tools_shown FROM page_size) AS is_shown,
       place <= (SELECT tools_charted FROM page_size) AS is_charted
FROM (SELECT t.tool_no, t.tool_id, t.name AS tool,
             row_number() OVER (ORDER BY count(p.force_no) DESC, t.tool_id) AS place,
             CASE WHEN t.tool_id <> '' AND t.tool_id NOT GLOB '*[^a-z0-9-]*' AND length(t.tool_id) <= 40 THEN t.tool_id
                  ELSE 'tool_' || row_number() OVER (ORDER BY count(p.force_no) DESC, t.tool_id) END AS file_name
      FROM tool t
      LEFT JOIN public_position p ON p.tool_no = t.tool_no
      WHERE t.tool_no IN (SELECT tool_no FROM unit UNION SELECT tool_no FROM public_position)
      GROUP BY t.tool_no);

-- Open matters in their order (SEMANTICS 78), with how many findings each is and how that is said.
CREATE TEMP TABLE page_order AS
SELECT m.matter_no, m.matter_id, m.leading_no AS finding_no, f.finding_id, f.rule_id, f.severity, f.certainty,
       m.place, coalesce(ch.change, '') AS change, m.matter_no IN (SELECT matter_no FROM matter_overtaken) AS is_overtaken,
       c.findings, c.questions, c.rules,
       CASE WHEN c.findings > 1 THEN c.findings || ' findings' || CASE
                WHEN c.rules > 1 AND c.question_count = 0 THEN ' of ' || c.rules || ' rules'
                WHEN c.rules > 1 THEN ' of ' || c.rules || ' rules, '
                WHEN c.question_count > 0 THEN ', ' ELSE '' END
                || CASE WHEN c.question_count > 0 THEN plural(c.question_count, 'question ', 'questions ') || shorten(c.questions, 60) ELSE '' END
       END AS made_of
FROM matter m
JOIN finding f ON f.finding_no = m.leading_no
LEFT JOIN matter_change ch ON ch.matter_no = m.matter_no
JOIN (SELECT matter_no, sum(findings) AS findings, count(question_id) AS question_count, group_concat(question_id, ', ') AS questions,
             (SELECT count(DISTINCT rule_id) FROM finding r WHERE r.matter_no = n.matter_no) AS rules
      FROM (SELECT i.matter_no, qu.question_id, count(*) AS findings
            FROM finding i
            LEFT JOIN question qu ON qu.question_no = i.question_no
            WHERE i.matter_no IS NOT NULL
            GROUP BY i.matter_no, qu.question_id
            ORDER BY i.matter_no, qu.question_id) n
      GROUP BY matter_no) c ON c.matter_no = m.matter_no;
CREATE UNIQUE INDEX temp.page_order_no ON page_order (matter_no);

-- The matters shown in full; the rest are in matters.csv.
CREATE TEMP TABLE page_matter AS
SELECT *
FROM (SELECT *, row_number() OVER (PARTITION BY severity ORDER BY place) AS place_in_severity FROM page_order)
WHERE place_in_severity <= (SELECT matters_shown FROM page_size);
CREATE UNIQUE INDEX temp.page_matter_no ON page_matter (matter_no);

-- The findings shown in them, the leading one of each first; the rest are in findings.csv.
CREATE TEMP TABLE page_finding AS
SELECT finding_no, finding_id, severity, rule_id, matter_no, row_number() OVER (ORDER BY matter_place, place_in_matter) AS place
FROM (SELECT f.finding_no, f.finding_id, f.severity, f.rule_id, f.matter_no, m.place AS matter_place,
             row_number() OVER (PARTITION BY f.matter_no
                                ORDER BY f.finding_no <> m.finding_no, s.rank DESC, f.certainty, f.rule_id, qu.question_id, f.finding_id)
                 AS place_in_matter
      FROM page_matter m
      JOIN finding f ON f.matter_no = m.matter_no
      JOIN severity s ON s.severity = f.severity
      LEFT JOIN question qu ON qu.question_no = f.question_no)
WHERE place_in_matter <= (SELECT members_shown FROM page_size);
CREATE UNIQUE INDEX temp.page_finding_no ON page_finding (finding_no);
CREATE INDEX temp.page_finding_of_matter ON page_finding (matter_no);

-- The five that matter most, in that order. Of those that are alike in change, standing, severity and
-- certainty the first of each rule go before the second of any.
CREATE TEMP TABLE page_top AS
SELECT finding_no, matter_no, place
FROM (SELECT *, row_number() OVER (PARTITION BY class, rule_id ORDER BY place) AS place_in_rule
      FROM (SELECT *, min(place) OVER (PARTITION BY change, is_overtaken, severity, certainty) AS class FROM page_order))
ORDER BY class, place_in_rule, place
LIMIT 5;

-- Of the findings shown, those that rest on a row which the program has read from its letter and nobody has looked at:
-- how many of their letters.
CREATE TEMP TABLE page_machine_read AS
SELECT f.finding_no, count(DISTINCT iif(w.coded_by = 'machine', e.response_no, NULL)) AS machine_rows,
       count(DISTINCT e.response_no) AS letter_rows
FROM (SELECT finding_no FROM page_finding UNION SELECT finding_no FROM page_top) f
JOIN finding_evidence e ON e.finding_no = f.finding_no
JOIN response_wording w ON w.response_no = e.response_no
WHERE EXISTS (SELECT 1 FROM response_wording WHERE coded_by = 'machine')
GROUP BY f.finding_no
HAVING machine_rows > 0;
CREATE UNIQUE INDEX temp.page_machine_read_no ON page_machine_read (finding_no);

-- Where letters stand that rows name: of a folder of letters in the pack that was made of it.
CREATE TEMP TABLE page_letters_folder AS
SELECT iif(EXISTS (SELECT 1 FROM letters_read), 'pack/', '') AS folder;

-- Columns of the matrix: of each tool the questions on which forces part first, then the most answered; shown in even bands of at most 20.
CREATE TEMP TABLE page_unit AS
SELECT *, (row_number() OVER w - 1) * ((count(*) OVER t + 19) / 20) / count(*) OVER t + 1 AS band,
       row_number() OVER w AS place
FROM (SELECT u.unit_no, u.tool_no, u.request_no, u.question_no, q.request_id, q.logged_earliest, qu.question_id, u.topic,
             row_number() OVER (PARTITION BY u.tool_no
                 ORDER BY (u.confirming > 0) + (u.denying > 0) + (u.ncnd > 0) > 1 DESC,
                          u.confirming + u.denying + u.ncnd DESC, q.request_id, qu.question_id) AS choice
      FROM unit u
      JOIN page_tool t ON t.tool_no = u.tool_no AND t.is_shown
      JOIN request q ON q.request_no = u.request_no
      LEFT JOIN question qu ON qu.question_no = u.question_no)
WHERE choice <= (SELECT questions_shown FROM page_size)
WINDOW t AS (PARTITION BY tool_no),
       w AS (PARTITION BY tool_no ORDER BY logged_earliest IS NULL, logged_earliest, request_id, question_id, unit_no);

-- Their cells, each with the worst finding shown on the page that rests on it.
CREATE TEMP TABLE page_cell AS
SELECT u.tool_no, u.band, u.place, c.force_no, c.unit_no, c.response_no, c.position, s.stance, r.partial_ncnd, w.coded_by,
       coalesce(r.date_responded, not_dated(r.received_earliest, r.received_latest, r.retrieved_earliest, r.retrieved_latest)) AS date_responded,
       (SELECT f.finding_id
        FROM finding_evidence e
        JOIN page_finding f ON f.finding_no = e.finding_no
        JOIN finding fi ON fi.finding_no = e.finding_no
        WHERE e.response_no = c.response_no AND (fi.question_no IS NULL OR fi.question_no IS u.question_no)
        ORDER BY f.place LIMIT 1) AS finding_id
FROM page_unit u
JOIN cell c ON c.unit_no = u.unit_no
JOIN dated_response r ON r.response_no = c.response_no
JOIN response_wording w ON w.response_no = c.response_no
JOIN stance s ON s.stance_no = r.stance_no;
CREATE INDEX temp.page_cell_of_force ON page_cell (tool_no, band, force_no, place);

-- Steps of the timelines shown: of each tool at most 60, those that opened a split or
-- left a force's own line and rulings first, then those that became inconsistent otherwise.
CREATE TEMP TABLE page_chain AS
SELECT tool_no, step
FROM (SELECT c.tool_no, c.step,
             row_number() OVER (PARTITION BY c.tool_no ORDER BY coalesce(x.weight, 2 * (c.kind = 'ruling')) DESC, c.step) AS choice
      FROM chain_step c
      JOIN page_tool t ON t.tool_no = c.tool_no AND t.is_shown
      LEFT JOIN (SELECT tool_no, step, max(CASE WHEN effect = 'opens' AND NOT is_expected THEN 3
                                                WHEN kind <> 'split' OR effect = 'opens' THEN 2
                                                ELSE NOT is_expected END) AS weight
                 FROM chain_conflict
                 GROUP BY tool_no, step) x ON x.tool_no = c.tool_no AND x.step = c.step)
WHERE choice <= 60;

-- What the audit is about, in words: which forces, which tools, as of when.
CREATE TEMP TABLE page_title AS
SELECT 'Consistency audit of ' || CASE n.forces WHEN 0 THEN 'answers'
              ELSE n.forces || plural(n.forces, ' police force''s answers', ' police forces'' answers') END
       || coalesce(' about ' || shorten(nullif(t.tool, 'unspecified'), 60)
                   || CASE WHEN n.tools > 1 THEN ' and ' || (n.tools - 1) || plural(n.tools - 1, ' other tool', ' other tools') ELSE '' END, '')
       || coalesce(', as of ' || a.as_of, '') AS title
FROM audit a
CROSS JOIN (SELECT (SELECT count(DISTINCT force_no) FROM letter) AS forces, (SELECT count(DISTINCT tool_no) FROM letter) AS tools) n
LEFT JOIN page_tool t ON t.place = 1 AND n.forces > 0;
