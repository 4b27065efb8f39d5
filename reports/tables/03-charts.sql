-- What the charts share; reports/charts/KIND/words.sql adds those of a kind. A title states the finding in ten
-- words or fewer; the subtitle says measure, place and date; the sentence stands for the
-- picture where it cannot be seen. Needs 01-page.sql and 02-states.sql.
CREATE TEMP TABLE page_chart (
    place      INTEGER NOT NULL,
    chart      TEXT NOT NULL,            -- file name without its ending
    kind       TEXT NOT NULL,            -- the folder of its words, data and drawing: reports/charts/KIND
    tool_no    INTEGER NOT NULL,         -- 0: about no one tool
    request_no INTEGER NOT NULL,         -- 0: about no one request
    title      TEXT NOT NULL,
    subtitle   TEXT NOT NULL,
    sentence   TEXT NOT NULL,
    source     TEXT NOT NULL
);

-- Where a force stands in such a picture as it is on a page, for the link on it: an outline in px, and how wide the picture is.
CREATE TEMP TABLE page_chart_area (
    chart    TEXT NOT NULL,
    force_no INTEGER NOT NULL,
    place    INTEGER NOT NULL,           -- from top to bottom; an area that lies in another behind that one
    wide     INTEGER NOT NULL,
    outline  TEXT NOT NULL,              -- as the d of an SVG path
    PRIMARY KEY (chart, force_no)
) WITHOUT ROWID;

CREATE TEMP TABLE chart_words AS
SELECT 'as of ' || coalesce(as_of, 'no date') AS dated,
       'Source: responses and acknowledgements published by forces, in the pack ' || substr(pack, 1, 80) AS source
FROM audit;

-- What a map says of forces without a position, and of old positions.
CREATE TEMP TABLE page_map_others AS
SELECT c.tool_no, c.request_no,
       coalesce((SELECT '; without a position: ' || group_concat(n, ', ') FROM (
                     SELECT s.forces || ' ' || k.word AS n
                     FROM page_silence s JOIN silence_kind k ON k.kind = s.kind
                     WHERE s.tool_no = c.tool_no AND s.request_no = c.request_no ORDER BY k.place)), '')
       || CASE old WHEN 0 THEN '' ELSE '; ' || old || ' older than ' || old_after || plural(old_after, ' year', ' years') || ' hatched' END AS words
FROM page_count c CROSS JOIN page_old;

-- Maps, whatever they are drawn on: as the record stands, then of each national request,
-- the latest first; of requests at most the latest 40.
CREATE TEMP TABLE page_map AS
SELECT 1000 * place AS place, file_name, tool_no, 0 AS request_no, title,
       'Public position on ' || substr(tool, 1, 80) || ', ' || forces || plural(forces, ' force, ', ' forces, ') || dated || o.words AS subtitle,
       sentence, source
FROM tool_headline
JOIN page_map_others o USING (tool_no, request_no)
CROSS JOIN chart_words
WHERE is_charted AND with_position > 0
UNION ALL
SELECT 1000 * place + 1 + row_number() OVER (PARTITION BY tool_no ORDER BY request_place DESC),
       file_name || '-' || request_file_name, tool_no, request_no, title,
       'Answers to ' || substr(request_id, 1, 60) || ' about ' || substr(tool, 1, 80) || ', ' || forces || plural(forces, ' force, ', ' forces, ') || dated || o.words,
       sentence, source
FROM (SELECT *, row_number() OVER (ORDER BY logged_earliest DESC, place, request_id) AS choice
      FROM page_headline
      WHERE is_charted AND request_no > 0 AND is_national AND with_position > 0)
JOIN page_map_others o USING (tool_no, request_no)
CROSS JOIN chart_words
WHERE choice <= 40;

-- The legend of each map, and of a tool's matrix (request_no -1): the positions, the kinds of silence that it holds, and
-- hatching where some position is old.
CREATE TEMP TABLE page_legend AS
WITH pictured AS (
    SELECT tool_no, request_no FROM page_map
    UNION
    SELECT tool_no, -1 FROM page_request WHERE tool_no IN (SELECT tool_no FROM page_tool WHERE is_charted)
), held AS (
    SELECT DISTINCT s.tool_no, s.request_no, s.state, s.qualified, s.is_old FROM page_state s
    UNION
    SELECT DISTINCT s.tool_no, -1, s.state, s.qualified, s.is_old FROM page_state s WHERE s.request_no > 0
), entry AS (
    SELECT p.tool_no, p.request_no, w.place AS ordinal, w.letter, w.word, w.look, 0 AS is_old
    FROM pictured p
    CROSS JOIN state_word w
    WHERE w.place <= 3
       OR EXISTS (SELECT 1 FROM held h WHERE h.tool_no = p.tool_no AND h.request_no = p.request_no AND h.state = w.state)
    UNION ALL
    SELECT p.tool_no, p.request_no, 2.5, 'Đ', 'deny open use, NCND for the rest', 'deny', 0
    FROM pictured p
    WHERE EXISTS (SELECT 1 FROM held h WHERE h.tool_no = p.tool_no AND h.request_no = p.request_no AND h.qualified)
    UNION ALL
    SELECT p.tool_no, p.request_no, 3.5, '', 'hatched: older than ' || old_after || plural(old_after, ' year', ' years'), 'confirm', 1
    FROM pictured p CROSS JOIN page_old
    WHERE EXISTS (SELECT 1 FROM held h WHERE h.tool_no = p.tool_no AND h.request_no = p.request_no AND h.is_old)
)
SELECT tool_no, request_no, row_number() OVER (PARTITION BY tool_no, request_no ORDER BY ordinal) - 1 AS place,
       letter, word, look, is_old
FROM entry;
CREATE INDEX temp.page_legend_of ON page_legend (tool_no, request_no, place);
