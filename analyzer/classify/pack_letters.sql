-- Used by pack_letters.c.

-- name: wordings_of_pack
SELECT * FROM wording_to_read ORDER BY response_no;

-- name: wordings_decided_about
-- The row, or the letter of which it is a part (ID:Q1).
SELECT w.*
FROM wording_to_read w
WHERE w.response_id IN (SELECT response_id FROM coding UNION SELECT response_id || ':' || question_id FROM coding WHERE question_id IS NOT NULL)
ORDER BY w.response_no;
