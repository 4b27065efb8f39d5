-- Used by classify_output.c; classify_unread by new_pack.c too.

-- name: classify_unread
SELECT f.path, p.part, coalesce(p.reason, f.reason) AS reason
FROM letter_file f
LEFT JOIN letter_part p ON p.file_no = f.file_no
WHERE f.reason IS NOT NULL OR p.reason IS NOT NULL
ORDER BY f.file_no, p.part_no;

-- name: classify_counts
SELECT (SELECT count(*) FROM letter_file) AS files,
       (SELECT count(*) FROM letter_file WHERE reason IS NOT NULL) AS unreadable,
       (SELECT count(*) FROM letter_part) AS parts,
       (SELECT count(*) FROM letter_part WHERE reason IS NOT NULL) AS no_letters,
       (SELECT count(*) FROM read_letter WHERE text <> '') AS letters,
       (SELECT count(*) FROM read_letter WHERE text = '') AS noted,
       (SELECT count(*) FROM read_letter l WHERE l.text <> '' AND l.letter_no NOT IN (SELECT letter_no FROM proposal)) AS without_row,
       (SELECT count(*) FROM read_letter WHERE force_no IS NULL) AS without_force,
       (SELECT count(*) FROM (SELECT DISTINCT letter_no, question_id FROM proposal)) AS rows,
       (SELECT count(*) FROM (SELECT letter_no, question_id FROM proposal GROUP BY 1, 2 HAVING max(review))) AS review;

-- name: classify_rows
-- What is read, letter by letter, for people.
SELECT l.letter_id, l.source_file, l.part, l.response_id, f.name AS force, l.force_from,
       coalesce(p.question_id, l.question_id) AS question_id, p.reading, p.stance, p.partial_ncnd, p.exemptions,
       p.review, p.flags, p.words
FROM read_letter l
LEFT JOIN proposal p ON p.letter_no = l.letter_no
LEFT JOIN force f ON f.force_no = l.force_no
WHERE l.text <> ''
ORDER BY l.letter_no, p.proposal_no;

-- name: classify_zones
SELECT l.letter_id, z.zone, z.begins, z.ends, z.because
FROM letter_zone z
JOIN read_letter l ON l.letter_no = z.letter_no
WHERE z.letter_no = :letter_no
ORDER BY z.begins, z.ends;

-- name: classify_acts
SELECT act, phrase, mood, scope, weight, questions, zone, begins, ends, words, why_not
FROM letter_act
WHERE letter_no = :letter_no
ORDER BY begins, ends, act;

-- name: classify_letters
SELECT l.letter_no, l.letter_id, l.source_file, l.source_sha256, l.part, l.response_id, l.text_file, l.text_sha256,
       f.force_id, l.force_from, l.request_id, l.tool_id, l.notes
FROM read_letter l
LEFT JOIN force f ON f.force_no = l.force_no
ORDER BY l.letter_no;

-- name: classify_proposals_of
SELECT question_id, reading, coding_id, stance, partial_ncnd, held_statement, use_statement, exemptions, harm_test,
       public_interest_test, link, stage, reference, date_received, date_responded, position, confidence,
       confidence_row, confidence_n, iif(review, 'yes', 'no') AS review, flags, spans AS spans_json, words
FROM proposal
WHERE letter_no = :letter_no
ORDER BY proposal_no;

-- name: classify_disagreements
-- Where this version reads otherwise than a person has decided.
SELECT w.response_id, f.name AS force, d.question_id, d.field, d.decided, d.read, d.decided_by, d.decided_on
FROM disagreement d
JOIN response r ON r.response_no = d.response_no
JOIN response_wording w ON w.response_no = d.response_no
JOIN force f ON f.force_no = r.force_no
ORDER BY d.rowid;
