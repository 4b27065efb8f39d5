-- Used by import_rows.c.

-- name: mark_rows_seen_twice
-- Rows of which all fields say the same, or that have one key, are one: the first counts.
WITH said AS (
    SELECT f.row_no, coalesce(max(iif(f.field = 'key', 'key ' || f.words, NULL)),
                              json_group_array(json_array(f.field, f.words, f.link))) AS said
    FROM (SELECT * FROM import_field ORDER BY row_no, field) f
    JOIN import_row i ON i.row_no = f.row_no AND i.fate IS NULL
    WHERE f.field NOT LIKE 'heading%' OR f.field IN ('heading_tool', 'heading_request', 'heading_force')
    GROUP BY f.row_no
), first AS (
    SELECT row_no, min(row_no) OVER (PARTITION BY said) AS first_no FROM said
)
UPDATE import_row
SET fate = 'duplicate', reason = 'the same row stands further up', into_row_no = (SELECT first_no FROM first WHERE first.row_no = import_row.row_no)
WHERE row_no IN (SELECT row_no FROM first WHERE first_no < row_no);

-- name: note_broken_rows
-- Lines that could not be read: their one cell holds what could be shown, its comment why.
INSERT INTO import_reject (row_no, column_name, code, value, message, suggestion)
SELECT i.row_no, NULL, 'unreadable-row', c.words, c.comment, 'Mend the line in the export.'
FROM import_row i
JOIN source_cell c ON c.row_no = i.row_no AND c.kind = 'error' AND c.comment IS NOT NULL
WHERE i.part = 'data' AND (SELECT count(*) FROM source_cell x WHERE x.row_no = i.row_no) = 1
ORDER BY i.row_no;

-- name: note_cells_without_column
-- Of a CSV a row that is longer than the headings: which of its cells belongs where is not known.
INSERT INTO import_reject (row_no, column_name, code, value, message, suggestion)
SELECT i.row_no, NULL, 'cells-without-column', min(c.words),
       'the row has more cells than there are headings', 'Mend the line in the export, or give its last column a heading.'
FROM import_row i
JOIN source_row r ON r.row_no = i.row_no
JOIN source_table t ON t.table_no = r.table_no
JOIN source_file f ON f.file_no = t.file_no AND f.kind = 'csv'
JOIN source_cell c ON c.row_no = i.row_no AND c.column_no > (SELECT max(k.column_no) FROM import_column k WHERE k.table_no = t.table_no)
WHERE i.part = 'data' AND i.fate IS NULL AND c.words <> ''
GROUP BY i.row_no
ORDER BY i.row_no;

-- name: tell_of_cells_without_heading
-- Of sheets and pages, where words beside a table are no part of it.
INSERT INTO source_notice (file_no, line, code, words)
SELECT f.file_no, min(r.line), 'cells-without-heading',
       count(*) || iif(count(*) = 1, ' cell stands', ' cells stand') || ' under no heading and ' || iif(count(*) = 1, 'is', 'are') || ' not taken'
FROM import_row i
JOIN source_row r ON r.row_no = i.row_no
JOIN source_table t ON t.table_no = r.table_no
JOIN source_file f ON f.file_no = t.file_no
JOIN source_cell c ON c.row_no = i.row_no
WHERE i.part = 'data' AND i.fate IS NULL AND c.words <> ''
  AND NOT EXISTS (SELECT 1 FROM import_column k WHERE k.table_no = t.table_no AND k.column_no = c.column_no)
GROUP BY f.file_no
ORDER BY f.file_no;

-- name: tell_of_relative_links
-- Of pages that do not say where they stand.
INSERT INTO source_notice (file_no, line, code, words)
SELECT t.file_no, min(r.line), 'relative-links',
       'the page does not say where it stands: ' || count(*) || iif(count(*) = 1, ' address of it is', ' addresses of it are')
           || ' relative; what is no letter beside the page stands in the note'
FROM source_table t
JOIN source_file f ON f.file_no = t.file_no AND f.kind = 'html'
JOIN source_row r ON r.table_no = t.table_no
JOIN import_row i ON i.row_no = r.row_no AND i.part = 'data' AND i.fate IS NULL
JOIN source_cell c ON c.row_no = r.row_no
WHERE c.link IS NOT NULL AND c.link NOT LIKE '%:%' AND NOT c.is_filled
GROUP BY t.file_no
ORDER BY t.file_no;

-- name: review_merged_requests
-- --request says that they answer one request; a force's own references, and titles of a log, say that they are several.
WITH answer AS (
    SELECT pack_row_no, columns ->> 'force_id' AS force_id, coalesce(columns ->> 'tool_id', '') AS tool_id,
           coalesce(columns ->> 'question_id', '') AS question_id, coalesce(columns ->> 'stage', '') AS stage,
           coalesce(columns ->> 'reference', iif(:has_titles, id, NULL)) AS own
    FROM pack_row
    WHERE file = 'responses' AND columns ->> 'request_id' = :request_id
), several AS (
    SELECT force_id, tool_id, question_id, stage, count(DISTINCT own) AS owns
    FROM answer
    GROUP BY force_id, tool_id, question_id, stage
    HAVING count(DISTINCT own) > 1
)
UPDATE pack_row
SET review = coalesce(review || '; ', '') || 'with ' || (SELECT s.owns - 1 FROM answer a JOIN several s USING (force_id, tool_id, question_id, stage)
                                                         WHERE a.pack_row_no = pack_row.pack_row_no)
             || ' further of this force it counts as an answer to ' || :request_id || ', since --request says so'
WHERE pack_row_no IN (SELECT a.pack_row_no FROM answer a JOIN several s USING (force_id, tool_id, question_id, stage) WHERE a.own IS NOT NULL);

-- name: reject_broken_rows
UPDATE import_row
SET fate = 'rejected', reason = (SELECT min(j.message) FROM import_reject j WHERE j.row_no = import_row.row_no)
WHERE row_no IN (SELECT row_no FROM import_reject WHERE code = 'unreadable-row' OR code = 'cells-without-column');

-- name: open_import_rows
SELECT i.row_no, f.in_file, coalesce(t.name, '') AS table_name, r.line
FROM import_row i
JOIN source_row r ON r.row_no = i.row_no
JOIN source_table t ON t.table_no = r.table_no
JOIN source_file f ON f.file_no = t.file_no
WHERE i.part = 'data' AND i.fate IS NULL
ORDER BY i.row_no;

-- name: fields_of_import_row
SELECT field, words, coalesce(link, '') AS link, coalesce(comment, '') AS comment
FROM import_field
WHERE row_no = :row_no
ORDER BY column_no IS NULL, column_no, field;
