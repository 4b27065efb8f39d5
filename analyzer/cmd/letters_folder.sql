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
