-- Used by letters_folder.c.

-- name: insert_letters_read
INSERT INTO letters_read (only_one, files, unreadable, letters, without_force, without_row, rows, review)
VALUES (1, :files, :unreadable, :letters, :without_force, :without_row, :rows, :review);
