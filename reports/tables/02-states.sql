-- What each force is known to say: about each tool shown as the record stands
-- (request_no 0), and in answer to each of its requests. Needs 01-page.sql.

-- What a force can be seen to say, with the letter that stands for it in maps and tables and how it is drawn; a
-- denial with an NCND for the rest has a line through its D (clause 47). After the positions the kinds of silence (79).
CREATE TEMP TABLE state_word (state TEXT PRIMARY KEY, place INTEGER, letter TEXT, look TEXT, short TEXT, word TEXT);
INSERT INTO state_word (state, place, letter, look, short, word) VALUES
    ('confirm', 1, 'C', 'confirm', 'confirm', 'confirm'), ('deny', 2, 'D', 'deny', 'deny', 'deny'),
    ('ncnd', 3, 'N', 'ncnd', 'NCND', 'neither confirm nor deny');
INSERT INTO state_word (state, place, letter, look, short, word)
SELECT kind, 3 + place, letter, look, short, word FROM silence_kind;

-- Years after which a position is old: the audit's, unless `concord map` was given others.
CREATE TEMP TABLE IF NOT EXISTS page_age (old_after INTEGER NOT NULL);
INSERT INTO page_age (old_after) SELECT old_after FROM audit WHERE NOT EXISTS (SELECT 1 FROM page_age);

-- Up to which day a position is old; NULL where the audit has no day.
CREATE TEMP TABLE page_old AS
SELECT g.old_after, CAST(strftime('%s', date(a.as_of, '-' || g.old_after || ' years')) AS INTEGER) / 86400 - 1 AS last_old_day
FROM audit a CROSS JOIN page_age g;

-- What a row says, in words.
CREATE TEMP TABLE stance_word (stance TEXT PRIMARY KEY, words TEXT);
INSERT INTO stance_word (stance, words) VALUES
    ('disclosed', 'held, and given in whole or in part'), ('held_exempt', 'held, and withheld under an exemption'),
    ('held_s21', 'held, and said to be public already'), ('held_part', 'some of it held, not said which'),
    ('not_held', 'no information held'), ('ncnd', 'neither confirmed nor denied'),
    ('refused_cost', 'refused on cost'), ('refused_vexatious', 'refused as vexatious or repeated'),
    ('clarification', 'asks what is meant'), ('transferred', 'passed to another authority'),
    ('no_response', 'no answer'), ('unread', 'published, not read'), ('extended', 'takes more time'),
    ('other', 'something else');

-- Requests that somebody answered about one of the tools shown, at most 40 a tool: the
-- national ones first, then the latest.
CREATE TEMP TABLE page_request AS
SELECT tool_no, request_no, request_id, logged_earliest, date_logged, is_national, answering,
       row_number() OVER (PARTITION BY tool_no ORDER BY logged_earliest IS NULL, logged_earliest, request_id) AS place,
       CASE WHEN plain NOT GLOB '*[^a-z0-9-]*' AND length(plain) BETWEEN 1 AND 40
                 AND count(*) OVER (PARTITION BY tool_no, plain) = 1 THEN plain
            ELSE 'request_' || dense_rank() OVER (ORDER BY request_id) END AS file_name,
       CASE WHEN row_number() OVER (PARTITION BY request_no ORDER BY tool_place) = 1 THEN ''
            ELSE '-about-' || tool_file_name END AS second_tool
FROM (SELECT t.place AS tool_place, t.file_name AS tool_file_name, l.tool_no, q.request_no, q.request_id, q.logged_earliest, q.date_logged,
             q.scope IS 'national' OR (q.scope IS NULL AND l.answering > 1) AS is_national, l.answering,
             lower(replace(replace(q.request_id, '/', '-'), ' ', '-')) AS plain,
             row_number() OVER (PARTITION BY l.tool_no
                 ORDER BY q.scope IS 'national' DESC, q.logged_earliest IS NULL, q.logged_earliest DESC, l.answering DESC, q.request_id) AS choice
      FROM (SELECT tool_no, request_no, count(DISTINCT force_no) AS answering
            FROM letter GROUP BY tool_no, request_no) l
      JOIN page_tool t ON t.tool_no = l.tool_no AND t.is_shown
      JOIN request q ON q.request_no = l.request_no)
WHERE choice <= 40;
CREATE UNIQUE INDEX temp.page_request_no ON page_request (tool_no, request_no);

-- Who answered these requests with a position, or at all; about a tool (0) who sent a letter.
CREATE TEMP TABLE page_answered AS
SELECT l.tool_no, q.request_no, l.force_no,
       max(CASE WHEN l.speaks_for_request THEN l.position_on_use END) AS position,
       max(l.speaks_for_request AND l.qualified) AS qualified,
       max(CASE WHEN l.speaks_for_request THEN l.responded_earliest END) AS day_earliest,
       max(CASE WHEN l.speaks_for_request THEN l.responded_latest END) AS day_latest
FROM letter l
JOIN page_request q ON q.tool_no = l.tool_no AND q.request_no = l.request_no
GROUP BY l.tool_no, q.request_no, l.force_no
UNION ALL
SELECT l.tool_no, 0, l.force_no, NULL, 0, NULL, NULL
FROM letter l
JOIN page_tool t ON t.tool_no = l.tool_no AND t.is_shown
GROUP BY l.tool_no, l.force_no;
CREATE UNIQUE INDEX temp.page_answered_by ON page_answered (tool_no, request_no, force_no);

-- Letters that answer one of the requests and were measured against advice.
CREATE TEMP TABLE page_judged AS
SELECT l.tool_no, l.request_no, l.force_no, p.guidance_no, p.conforms
FROM letter l
JOIN page_request q ON q.tool_no = l.tool_no AND q.request_no = l.request_no
JOIN response_meaning m ON m.response_no = l.response_no
JOIN profile p ON p.profile_no = m.profile_no
WHERE p.conforms IN ('yes', 'no');
CREATE INDEX temp.page_judged_of ON page_judged (tool_no, request_no, guidance_no);

-- How many open matters each request has.
CREATE TEMP TABLE page_request_matters AS
SELECT request_no, count(DISTINCT matter_no) AS matters
FROM finding
WHERE matter_no IS NOT NULL AND request_no IS NOT NULL
GROUP BY request_no;
CREATE UNIQUE INDEX temp.page_request_matters_of ON page_request_matters (request_no);

-- Forces that count for a tool: every territorial one, and any other that was asked,
-- answered or has a position.
CREATE TEMP TABLE page_counted AS
SELECT t.tool_no, f.force_no
FROM page_tool t
JOIN force f
WHERE t.is_shown
  AND (f.kind IS 'territorial'
       OR EXISTS (SELECT 1 FROM public_position p WHERE p.tool_no = t.tool_no AND p.force_no = f.force_no)
       OR EXISTS (SELECT 1 FROM page_answered a WHERE a.tool_no = t.tool_no AND a.request_no = 0 AND a.force_no = f.force_no)
       OR EXISTS (SELECT 1 FROM silence s WHERE s.tool_no = t.tool_no AND s.request_no = 0 AND s.force_no = f.force_no
                                           AND s.kind <> 'not_asked'));

-- The view works out all ages at once.
CREATE TEMP TABLE page_position_age AS SELECT * FROM v_position_age;
CREATE UNIQUE INDEX temp.page_position_age_of ON page_position_age (tool_no, force_no);

-- Their states, with the year of a position and whether it is old.
CREATE TEMP TABLE page_state AS
SELECT p.*, w.place AS state_place, w.letter AS plain_letter, iif(p.qualified, 'Đ', w.letter) AS letter, w.look,
       CASE WHEN day_latest IS NULL THEN NULL
            WHEN strftime('%Y', day_earliest * 86400, 'unixepoch') = strftime('%Y', day_latest * 86400, 'unixepoch')
                THEN strftime('%Y', day_latest * 86400, 'unixepoch')
            ELSE strftime('%Y', day_earliest * 86400, 'unixepoch') || '-' || strftime('%Y', day_latest * 86400, 'unixepoch') END AS year,
       coalesce(day_latest <= last_old_day, 0) AS is_old
FROM (SELECT c.tool_no, 0 AS request_no, c.force_no, p.acknowledgement_no IS NOT NULL AS acknowledged,
             coalesce(p.qualified, 0) AS qualified, coalesce(p.position, s.kind, 'unknown') AS state, y.day_earliest, y.day_latest
      FROM page_counted c
      LEFT JOIN public_position p ON p.tool_no = c.tool_no AND p.force_no = c.force_no
      LEFT JOIN page_position_age y ON y.tool_no = c.tool_no AND y.force_no = c.force_no
      LEFT JOIN silence s ON s.tool_no = c.tool_no AND s.request_no = 0 AND s.force_no = c.force_no
      UNION ALL
      SELECT c.tool_no, q.request_no, c.force_no, 0, coalesce(a.qualified, 0), coalesce(a.position, s.kind, 'unknown'),
             a.day_earliest, a.day_latest
      FROM page_request q
      JOIN page_counted c ON c.tool_no = q.tool_no
      LEFT JOIN page_answered a ON a.tool_no = c.tool_no AND a.request_no = q.request_no AND a.force_no = c.force_no
      LEFT JOIN silence s ON s.tool_no = c.tool_no AND s.request_no = q.request_no AND s.force_no = c.force_no) p
JOIN state_word w ON w.state = p.state
CROSS JOIN page_old;
CREATE UNIQUE INDEX temp.page_state_of ON page_state (tool_no, request_no, force_no);

-- How many forces are silent in each way, and that in words, the kinds in their order.
CREATE TEMP TABLE page_silence AS
SELECT s.tool_no, s.request_no, k.kind, k.place, count(*) AS forces,
       count(*) || ' ' || iif(count(*) = 1, k.one, k.many) AS words
FROM page_state s
JOIN silence_kind k ON k.kind = s.state
GROUP BY s.tool_no, s.request_no, k.kind;
CREATE UNIQUE INDEX temp.page_silence_of ON page_silence (tool_no, request_no, place);

CREATE TEMP TABLE page_count AS
SELECT t.*, s.request_no, q.request_id, q.place AS request_place, q.is_national, q.file_name AS request_file_name,
       q.logged_earliest, q.date_logged, count(*) AS forces,
       sum(s.state IN ('confirm', 'deny', 'ncnd')) AS with_position,
       sum(s.state = 'confirm') AS confirm, sum(s.state = 'deny') AS deny, sum(s.state = 'ncnd') AS ncnd,
       sum(s.state = 'deny' AND s.qualified) AS qualified,
       sum(s.look = 'silent') AS silent, sum(s.state = 'unread') AS unread,
       sum(s.look IN ('withdrawn', 'unanswered', 'not-asked', 'unknown')) AS unknown,
       sum(s.is_old) AS old, sum(s.look IN ('confirm', 'deny', 'ncnd') AND s.day_latest IS NULL) AS undated
FROM page_tool t
JOIN page_state s ON s.tool_no = t.tool_no
LEFT JOIN page_request q ON q.tool_no = s.tool_no AND q.request_no = s.request_no
GROUP BY t.tool_no, s.request_no;

-- The same in words. A title has ten words or fewer.
CREATE TEMP TABLE page_headline AS
WITH words AS (
    SELECT *,
           confirm || plural(confirm, ' confirms', ' confirm') AS confirming,
           deny || plural(deny, ' denies', ' deny') AS denying,
           CASE WHEN qualified = 0 THEN '' WHEN deny = 1 THEN ' (open use only)'
                WHEN qualified = deny THEN ' (all of them open use only)'
                ELSE ' (' || qualified || ' of them open use only)' END AS of_open_use,
           ncnd || plural(ncnd, ' neither confirms nor denies', ' neither confirm nor deny') AS neither,
           coalesce((SELECT group_concat(words, '; ') FROM (
               SELECT words FROM page_silence k WHERE k.tool_no = page_count.tool_no AND k.request_no = page_count.request_no
               ORDER BY k.place)), '') AS others
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
       'Of ' || forces || plural(forces, ' force, ', ' forces, ')
       || CASE with_position WHEN 0 THEN 'none is known to have'
                             ELSE with_position || plural(with_position, ' has', ' have') END
       || CASE request_no WHEN 0 THEN ' a public position on ' || substr(tool, 1, 200)
                          ELSE ' answered ' || substr(request_id, 1, 60) || ' about ' || substr(tool, 1, 200) || ' with a position' END
       || CASE with_position WHEN 0 THEN '.'
                             ELSE ': ' || confirming || ', ' || denying || of_open_use || ' and ' || neither || ' (NCND).' END
       || CASE others WHEN '' THEN '' ELSE ' Of the others, ' || others || '.' END AS sentence
FROM words;

CREATE TEMP VIEW tool_headline AS SELECT * FROM page_headline WHERE request_no = 0;
