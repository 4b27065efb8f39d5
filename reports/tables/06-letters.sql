-- Letters one by one, each with an address in the page: `letter-` and the response_id where that is plain. The rows of a letter
-- (clause 16, about one tool) stand together under its first; a row dated after the day of the audit is a letter of its own.
-- Needs 01-page.sql, 02-states.sql and 04-forces.sql.

-- The letters shown: the latest; of each letter its first rows.
CREATE TEMP TABLE page_answer AS
WITH letters AS (
    SELECT letter_no, responded_latest FROM letter ORDER BY responded_latest DESC, letter_no DESC LIMIT (SELECT letters_in_full FROM page_size)
), rows AS (
    SELECT m.response_no, l.letter_no
    FROM letters l
    CROSS JOIN response_meaning m ON m.letter_no = l.letter_no
    UNION ALL
    SELECT * FROM (SELECT r.response_no, NULL AS letter_no
                   FROM response r
                   WHERE r.response_no NOT IN (SELECT response_no FROM response_meaning)
                   ORDER BY r.response_no LIMIT (SELECT letters_in_full FROM page_size))
), placed AS (
    SELECT x.response_no, x.letter_no, min(x.response_no) OVER w AS head_no, row_number() OVER (w ORDER BY q.question_id, x.response_no) AS place,
           count(*) OVER w AS rows
    FROM rows x
    JOIN response r ON r.response_no = x.response_no
    LEFT JOIN question q ON q.question_no = r.question_no
    WINDOW w AS (PARTITION BY coalesce(x.letter_no, -x.response_no))
)
SELECT p.response_no, w.response_id, p.letter_no, p.head_no, p.place, p.rows, r.force_no, r.tool_no, r.request_no,
       CASE WHEN w.response_id <> '' AND w.response_id NOT GLOB '*[^A-Za-z0-9._-]*' AND length(w.response_id) <= 80 THEN 'letter-' || w.response_id
            ELSE 'letter_' || p.response_no END AS anchor
FROM placed p
JOIN response r ON r.response_no = p.response_no
JOIN response_wording w ON w.response_no = p.response_no
WHERE p.place <= (SELECT rows_of_letter FROM page_size) OR p.response_no = p.head_no;
CREATE UNIQUE INDEX temp.page_answer_no ON page_answer (response_no);
CREATE INDEX temp.page_answer_id ON page_answer (response_id);
CREATE INDEX temp.page_answer_of ON page_answer (head_no, place);
CREATE INDEX temp.page_answer_of_letter ON page_answer (letter_no);

-- Each letter with the place it has among the answers to its request: by position, then by force.
CREATE TEMP TABLE page_letter AS
SELECT a.head_no, a.anchor, a.letter_no, a.force_no, a.tool_no, a.request_no, a.rows, f.force_id, f.name AS force,
       w.look AS state, iif(l.qualified, 'Đ', w.letter) AS letter,
       CASE w.state WHEN 'confirm' THEN 'confirms' WHEN 'deny' THEN 'denies' ELSE w.short END || iif(l.qualified, ', NCND for the rest', '') AS position, w.short,
       coalesce(l.date_responded, not_dated(r.received_earliest, r.received_latest, r.retrieved_earliest, r.retrieved_latest)) AS date,
       l.responded_earliest, l.responded_latest, coalesce(l.speaks_for_request, 0) AS speaks, l.late, l.stage_no,
       row_number() OVER (PARTITION BY a.tool_no, a.request_no ORDER BY w.place, f.name, f.force_id, l.letter_no, a.head_no) AS place
FROM page_answer a
JOIN response r ON r.response_no = a.response_no
JOIN stance s ON s.stance_no = r.stance_no
JOIN force f ON f.force_no = a.force_no
LEFT JOIN letter l ON l.letter_no = a.letter_no
LEFT JOIN response p ON p.response_no = l.response_no
LEFT JOIN stance ps ON ps.stance_no = p.stance_no
JOIN state_word w ON w.state = iif(coalesce(l.position_on_use, s.position) = 'silent', coalesce(ps.silence, s.silence), coalesce(l.position_on_use, s.position))
WHERE a.response_no = a.head_no;
CREATE UNIQUE INDEX temp.page_letter_no ON page_letter (head_no);
CREATE INDEX temp.page_letter_to ON page_letter (tool_no, request_no, place);
CREATE INDEX temp.page_letter_by ON page_letter (force_no, tool_no, request_no);
CREATE INDEX temp.page_letter_of ON page_letter (letter_no);

-- Requests that they answer, about each tool, with how many say what.
CREATE TEMP TABLE page_letter_request AS
SELECT l.tool_no, l.request_no, q.request_id, t.name AS tool, sum(l.n) AS letters,
       (SELECT count(DISTINCT x.force_no) FROM page_letter x WHERE x.tool_no = l.tool_no AND x.request_no = l.request_no) AS forces,
       group_concat(l.n || ' ' || l.short, ', ') AS said,
       coalesce('answers-' || p.file_name || p.second_tool, 'answers_' || row_number() OVER w) AS anchor, row_number() OVER w AS place
FROM (SELECT tool_no, request_no, short, count(*) AS n FROM page_letter
      GROUP BY tool_no, request_no, short ORDER BY tool_no, request_no, min(place)) l
JOIN request q ON q.request_no = l.request_no
JOIN tool t ON t.tool_no = l.tool_no
LEFT JOIN page_request p ON p.tool_no = l.tool_no AND p.request_no = l.request_no
GROUP BY l.tool_no, l.request_no
WINDOW w AS (ORDER BY q.logged_earliest IS NULL, q.logged_earliest DESC, q.request_id, t.name, t.tool_id);
CREATE UNIQUE INDEX temp.page_letter_request_of ON page_letter_request (tool_no, request_no);

-- What they cite, each citation with what it is: of its own Act.
CREATE TEMP TABLE page_exemptions AS
SELECT set_no, group_concat(words, '; ') AS words
FROM (SELECT c.set_no, c.citation || CASE WHEN x.title IS NULL THEN ' (in no list of that Act)'
                                          ELSE ' (' || x.title || ')' END AS words
      FROM exemption_citation c
      LEFT JOIN exemption x ON x.exemption_no = c.exemption_no
      WHERE c.set_no IN (SELECT r.set_no FROM page_answer a JOIN response r ON r.response_no = a.response_no)
      ORDER BY c.set_no, c.ordinal)
GROUP BY set_no;
CREATE UNIQUE INDEX temp.page_exemptions_of ON page_exemptions (set_no);

-- What was found about them: findings shown on the page, waived ones too.
CREATE TEMP TABLE page_answer_finding AS
SELECT response_no, finding_id, rule_id, title, severity, place
FROM (SELECT e.response_no, fi.finding_id, fi.rule_id, u.title, fi.severity, min(f.place) AS place,
             row_number() OVER (PARTITION BY e.response_no ORDER BY min(f.place)) AS n
      FROM page_finding f
      CROSS JOIN finding fi ON fi.finding_no = f.finding_no
      CROSS JOIN rule u ON u.rule_id = fi.rule_id
      CROSS JOIN finding_evidence e ON e.finding_no = f.finding_no
      JOIN page_answer a ON a.response_no = e.response_no
      GROUP BY e.response_no, fi.finding_id)
WHERE n <= (SELECT findings_of_row FROM page_size);
CREATE INDEX temp.page_answer_finding_of ON page_answer_finding (response_no, place);

-- Whose neighbours their forces are, once a pair: members of one region or of one collaboration, but for those
-- that hold nearly everybody.
CREATE TEMP TABLE page_neighbour AS
WITH answering AS MATERIALIZED (
    SELECT DISTINCT force_no FROM page_letter
), near AS MATERIALIZED (
    SELECT group_key, force_no FROM page_group
    WHERE group_key IN (SELECT group_key FROM page_group GROUP BY group_key HAVING count(*) <= (SELECT members_near FROM page_size))
)
SELECT DISTINCT g.force_no, o.force_no AS other_no
FROM answering a
CROSS JOIN near g ON g.force_no = a.force_no
JOIN near o ON o.group_key = g.group_key AND o.force_no <> g.force_no
WHERE o.force_no IN (SELECT force_no FROM answering);
CREATE INDEX temp.page_neighbour_of ON page_neighbour (force_no, other_no);
