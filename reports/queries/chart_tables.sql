-- Every chart with its words (OUTPUTS.md: charts/). A title states the finding in ten
-- words or fewer; the subtitle says measure, place and date; the sentence stands for the
-- picture where it cannot be seen. Needs page_tables.sql and state_tables.sql.
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
SELECT 'as of ' || coalesce(as_of, 'no date') AS as_of,
       'Source: responses and acknowledgements published by forces, in the pack ' || substr(pack, 1, 80) AS source
FROM audit;

-- Stance maps: as the record stands, then of each national request, the latest first.
INSERT INTO page_chart
SELECT 1000 * place, 'stance-map-' || file_name, 'stance-map', tool_no, 0, title,
       'Public position on ' || substr(tool, 1, 80) || ', ' || forces || ' forces, ' || as_of
           || CASE unknown WHEN 0 THEN '' ELSE '; no response is known for ' || unknown || ' of them' END,
       'Tile map of the forces. ' || sentence, source
FROM tool_headline, chart_words
WHERE place <= 4 AND with_position > 0;

INSERT INTO page_chart
SELECT 1000 * place + 1 + row_number() OVER (PARTITION BY tool_no ORDER BY request_place DESC),
       'stance-map-' || file_name || '-' || request_file_name, 'stance-map', tool_no, request_no, title,
       'Answers to ' || substr(request_id, 1, 60) || ' about ' || substr(tool, 1, 80) || ', ' || forces || ' forces, ' || as_of
           || CASE unknown WHEN 0 THEN '' ELSE '; no response is known for ' || unknown || ' of them' END,
       'Tile map of the forces. ' || sentence, source
FROM page_headline, chart_words
WHERE place <= 4 AND request_no > 0 AND is_national AND with_position > 0;
