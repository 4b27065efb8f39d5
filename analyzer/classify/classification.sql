-- Used by classification.c and file_letters.c.

-- name: insert_classifier
INSERT INTO classifier (classifier) VALUES (:classifier);

-- name: insert_letter_file
INSERT INTO letter_file (file_no, path, sha256, kind, reason) VALUES (:file_no, :path, :sha256, :kind, :reason);

-- name: insert_whose_file
INSERT INTO whose_file (file, force_id) VALUES (:file, :force_id)
ON CONFLICT (file) DO UPDATE SET force_id = excluded.force_id;

-- name: force_of_file
-- Somebody's list names the file as the folder has it, or as it was given.
SELECT force_id FROM whose_file
WHERE file = :path OR (length(file) < length(:path) AND substr(:path, -length(file) - 1) = '/' || file)
ORDER BY length(file) DESC
LIMIT 1;

-- name: insert_letter_part
INSERT INTO letter_part (part_no, file_no, part, reason) VALUES (:part_no, :file_no, :part, :reason);

-- name: insert_read_letter
INSERT INTO read_letter (letter_no, letter_id, part_no, response_no, response_id, source_file, source_sha256, part,
                         text_file, text_sha256, text, force_no, force_from, request_id, tool_id, question_id, topic,
                         stage, reference, date_received, date_responded, notes)
VALUES (:letter_no, :letter_id, :part_no, :response_no, :response_id, :source_file, :source_sha256, :part,
        :text_file, :text_sha256, :text, :force_no, :force_from, :request_id, :tool_id, :question_id, :topic,
        :stage, :reference, :date_received, :date_responded, :notes);

-- name: same_letter
-- Where the same words of the same force stand already, in another file or part.
SELECT source_file || coalesce(', ' || part, '') AS place
FROM read_letter
WHERE letter_id = :letter_id AND part_no <> :part_no
LIMIT 1;

-- name: leave_part_out
UPDATE letter_part SET reason = :reason WHERE part_no = :part_no;

-- name: tools_called_in_letters
-- What a tool is called, and what it is a part of.
WITH RECURSIVE line AS (
    SELECT tool_no, parent_no FROM tool WHERE tool_id = :tool_id
    UNION
    SELECT t.tool_no, t.parent_no FROM line l JOIN tool t ON t.tool_no = l.parent_no
)
SELECT t.tool_id, t.name, t.aliases FROM line l JOIN tool t ON t.tool_no = l.tool_no ORDER BY t.tool_no;

-- name: questions_of_request
-- Those of questions.csv: that other letters are rows for Q1 and Q2 says nothing of what this one was asked.
SELECT u.question_id, u.text
FROM question u
JOIN request q ON q.request_no = u.request_no
WHERE q.request_id = :request_id AND u.file_no IS NOT NULL
ORDER BY length(u.question_id), u.question_id;
