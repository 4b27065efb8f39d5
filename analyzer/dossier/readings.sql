-- Used by readings.c.

-- name: dossier_has_texts
SELECT 1 AS has_texts
FROM temp.dossier_letter d
JOIN response_meaning m ON m.letter_no = d.letter_no
JOIN response_wording w ON w.response_no = m.response_no
WHERE w.text IS NOT NULL
LIMIT 1;

-- name: dossier_keep_texts
UPDATE response_wording
SET text = NULL, text_file = NULL
WHERE response_no NOT IN (SELECT response_no FROM response WHERE force_no = :force_no);

-- name: dossier_other_readings
-- Readings of the same question that say something else than the row does; where nothing was read, or no decision
-- was found in the words, there is no other reading.
SELECT l.response_no, p.reading, p.stance, p.words
FROM read_letter l
JOIN proposal p ON p.letter_no = l.letter_no
JOIN response r ON r.response_no = l.response_no
JOIN stance s ON s.stance_no = r.stance_no
LEFT JOIN question u ON u.question_no = r.question_no
WHERE p.stance <> s.stance AND p.stance NOT IN ('other', 'unread') AND s.stance <> 'unread'
  AND (p.question_id IS NULL OR p.question_id = u.question_id)
  AND instr(coalesce(p.flags, ''), 'no_decision_found') = 0
ORDER BY l.response_no, p.reading, p.stance;

-- name: insert_dossier_reading
INSERT INTO temp.dossier_reading (response_no, reading, stance, words)
VALUES (:response_no, :reading, :stance, :words);
