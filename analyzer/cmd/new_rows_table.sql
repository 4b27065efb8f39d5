-- Needs decided_fields.sql.

-- What a letter of a file is called: as the file, where that can be an identifier of a pack. Files
-- that end alike (kent.txt in two folders), and those that cannot, are told apart by their letter.
CREATE TEMP TABLE name_of_letter AS
WITH file AS (
    SELECT letter_no, response_id, letter_id,
           trim(substr(regexp_substr(source_file, '[^/]+?(?=(?:\.[A-Za-z0-9]{1,5})?\z)'), 1, 60)) AS stem
    FROM read_letter
), named AS (
    SELECT *, stem REGEXP '\A[\p{L}\p{N}][\p{L}\p{M}\p{N} .,_()&+-]*\z' AND NOT is_placeholder(stem) AS is_plain
    FROM file
)
SELECT letter_no,
       coalesce(response_id,
                iif(is_plain, stem, 'letter')
                || iif(NOT is_plain OR count(*) OVER (PARTITION BY lower(stem)) > 1, '-' || substr(letter_id, 1, 6), '')) AS name
FROM named;

INSERT INTO filled_row (letter_no, question_id, new_id, of_several, review, is_decided, is_response, read, decided,
                     confidence, words)
WITH subject AS (
    SELECT letter_no, question_id FROM proposal
    UNION
    SELECT letter_no, question_id FROM decided_field
), counted AS (
    SELECT s.*, count(*) OVER (PARTITION BY s.letter_no) > 1 AS of_several,
           (SELECT min(p.proposal_no) FROM proposal p
            WHERE p.letter_no = s.letter_no AND p.question_id IS s.question_id AND p.reading = 'A') AS proposal_no,
           (SELECT max(p.review) FROM proposal p
            WHERE p.letter_no = s.letter_no AND p.question_id IS s.question_id) AS review,
           EXISTS (SELECT 1 FROM decided_field d
                   WHERE d.letter_no = s.letter_no AND d.question_id IS s.question_id) AS is_decided,
           (SELECT json_group_object(d.field, coalesce(d.value, '')) FROM decided_field d
            WHERE d.letter_no = s.letter_no AND d.question_id IS s.question_id) AS decided
    FROM subject s
)
SELECT c.letter_no, c.question_id, n.name || iif(c.of_several AND l.question_id IS NULL, coalesce(':' || c.question_id, ''), ''),
       c.of_several AND l.question_id IS NULL, coalesce(c.review, 1), c.is_decided,
       coalesce(json_extract(c.decided, '$.is_response'), 'yes') <> 'no',
       json_patch('{}', json_object('stance', p.stance, 'partial_ncnd', p.partial_ncnd, 'held_statement', p.held_statement,
           'use_statement', p.use_statement, 'exemptions', p.exemptions, 'harm_test', p.harm_test,
           'public_interest_test', p.public_interest_test, 'link', p.link, 'stage', p.stage, 'reference', p.reference,
           'date_received', p.date_received, 'date_responded', p.date_responded)),
       c.decided,
       CASE WHEN p.confidence_n > 0
            THEN CAST(round(p.confidence * (p.confidence_n + 2) - 1) AS INTEGER) || ' of ' || p.confidence_n END,
       p.words_begin || '-' || p.words_end || ': ' || p.words
FROM counted c
JOIN read_letter l ON l.letter_no = c.letter_no
JOIN name_of_letter n ON n.letter_no = c.letter_no
LEFT JOIN proposal p ON p.proposal_no = c.proposal_no
ORDER BY c.letter_no, length(c.question_id), c.question_id;

CREATE INDEX IF NOT EXISTS response_by_line ON response (line);
CREATE INDEX IF NOT EXISTS letter_of_response ON read_letter (response_no);
