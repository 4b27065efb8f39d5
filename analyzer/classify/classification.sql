-- Used by classification.c, speakers.c and pack_letters.c.

-- name: speakers
SELECT force_no, force_id, name, aliases, abbreviation, regime FROM force ORDER BY force_no;

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

-- name: insert_proposal
INSERT INTO proposal (letter_no, question_id, reading, coding_id, stance, partial_ncnd, held_statement, use_statement,
                      exemptions, harm_test, public_interest_test, link, stage, reference, date_received,
                      date_responded, position, confidence, confidence_row, confidence_n, review, flags, spans, words,
                      words_begin, words_end)
VALUES (:letter_no, :question_id, :reading, :coding_id, :stance, :partial_ncnd, :held_statement, :use_statement,
        :exemptions, :harm_test, :public_interest_test, :link, :stage, :reference, :date_received,
        :date_responded, :position, :confidence, :confidence_row, :confidence_n, :review, :flags, :spans, :words,
        iif(:words_end, :words_begin, NULL), :words_end);

-- name: insert_letter_zone
INSERT INTO letter_zone (letter_no, zone, begins, ends, because) VALUES (:letter_no, :zone, :begins, :ends, :because);

-- name: insert_letter_act
INSERT INTO letter_act (letter_no, act, phrase, mood, scope, weight, questions, zone, begins, ends, words, why_not)
VALUES (:letter_no, :act, :phrase, :mood, :scope, :weight, :questions, :zone, :begins, :ends, :words, :why_not);

-- name: tools_called_in_letters
-- What a tool is called, and what it is a part of.
WITH RECURSIVE line AS (
    SELECT tool_no, parent_no FROM tool WHERE tool_id = :tool_id
    UNION
    SELECT t.tool_no, t.parent_no FROM line l JOIN tool t ON t.tool_no = l.parent_no
)
SELECT t.tool_id, t.name, t.aliases FROM line l JOIN tool t ON t.tool_no = l.tool_no ORDER BY t.tool_no;

-- name: questions_of_request
SELECT u.question_id, u.text
FROM question u
JOIN request q ON q.request_no = u.request_no
WHERE q.request_id = :request_id
ORDER BY length(u.question_id), u.question_id;

-- name: wordings_of_pack
-- Where the tool is nobody's, none is asked about. `initial` is what a row without a stage has.
SELECT r.response_no, w.response_id, r.force_no, f.force_id, q.request_id, nullif(t.tool_id, 'unspecified') AS tool_id,
       u.question_id, o.topic, nullif(g.stage, 'initial') AS stage, w.reference, r.date_received, r.date_responded,
       w.text_file, w.text
FROM response_wording w
JOIN dated_response r ON r.response_no = w.response_no
JOIN force f ON f.force_no = r.force_no
JOIN request q ON q.request_no = r.request_no
JOIN tool t ON t.tool_no = r.tool_no
JOIN stage g ON g.stage_no = r.stage_no
LEFT JOIN question u ON u.question_no = r.question_no
LEFT JOIN topic o ON o.topic_no = r.topic_no
WHERE w.text IS NOT NULL OR w.text_file IS NOT NULL
ORDER BY w.response_no;
