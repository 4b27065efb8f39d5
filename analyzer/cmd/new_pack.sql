-- Used by new_pack.c.

-- name: new_pack_texts
-- Extracted texts, each once.
SELECT text_file, text FROM read_letter WHERE part_no IS NOT NULL GROUP BY text_file ORDER BY text_file;

-- name: new_pack_differences
SELECT kind, as_cell(response_id) AS response_id, as_cell(question_id) AS question_id, field, as_cell(yours) AS yours,
       as_cell(proposed) AS proposed
FROM new_difference
ORDER BY rowid;

-- name: new_pack_whose
-- Files with letters whose force nobody knows, for a person to fill in.
SELECT as_cell(l.source_file) AS file, '' AS force_id, as_cell(shorten(replace(min(l.opening), char(10), ' '), 120)) AS begins
FROM (SELECT source_file, ltrim(substr(text, 1, 160), char(9, 10, 32)) AS opening, letter_no
      FROM read_letter WHERE force_no IS NULL) l
GROUP BY l.source_file
ORDER BY min(l.letter_no);
