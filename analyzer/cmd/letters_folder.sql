-- Used by letters_folder.c.

-- name: letters_that_name
-- However it is joined: "argus-insight" is Argus Insight.
WITH wanted AS (SELECT replace(replace(lower(:tool), '-', ' '), '_', ' ') AS name)
SELECT count(*) AS letters,
       count(*) FILTER (WHERE instr(replace(replace(lower(l.text), '-', ' '), '_', ' '), w.name)) AS named
FROM wanted w
JOIN read_letter l;

-- name: insert_letters_read
INSERT INTO letters_read (only_one, files, unreadable, letters, without_force, without_row, rows, review)
VALUES (1, :files, :unreadable, :letters, :without_force, :without_row, :rows, :review);

-- name: why_no_letter
-- Of each file and part why it was not read; the name of the only file is said by the message itself.
SELECT CASE WHEN (SELECT count(*) FROM letter_file) = 1 THEN '' ELSE path || ': ' END || reason AS reason, count(*) OVER () AS n
FROM (SELECT f.file_no, 0 AS part_no, f.path, f.reason FROM letter_file f WHERE f.reason IS NOT NULL
      UNION ALL
      SELECT p.file_no, p.part_no, f.path || coalesce(', ' || p.part, ''), p.reason
      FROM letter_part p
      JOIN letter_file f ON f.file_no = p.file_no
      WHERE p.reason IS NOT NULL)
ORDER BY file_no, part_no
LIMIT 5;
