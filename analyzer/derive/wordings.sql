-- Used by wordings.c.

-- name: forms_of_words
SELECT guidance_no, form_of_words FROM guidance WHERE form_of_words IS NOT NULL ORDER BY guidance_no;

-- name: wordings_known
-- Few of many: nothing is read where there are not two.
SELECT count(*) AS n FROM (SELECT 1 FROM response_wording WHERE text IS NOT NULL LIMIT 2);

-- name: wordings_to_compare
SELECT c.unit_no, c.force_no, c.response_no, c.position = 'ncnd' AS is_ncnd, coalesce(q.question_id, '') AS question_id,
       (SELECT g.guidance_no FROM guidance g
        WHERE g.guidance_no = p.guidance_no AND g.form_of_words IS NOT NULL) AS guidance_no, w.text
FROM cell c
CROSS JOIN unit u ON u.unit_no = c.unit_no
CROSS JOIN response_wording w ON w.response_no = c.response_no
CROSS JOIN response_meaning m ON m.response_no = c.response_no
CROSS JOIN profile p ON p.profile_no = m.profile_no
LEFT JOIN question q ON q.question_no = u.question_no
WHERE c.response_no IN (SELECT response_no FROM response_wording WHERE text IS NOT NULL)
ORDER BY c.unit_no, c.force_no;

-- name: insert_wording_likeness
INSERT INTO wording_likeness (unit_no, force_no, response_no, wording, runs, others, alike, nearest_no, nearest, guidance_no,
                              share_of_form, diverges)
VALUES (:unit_no, :force_no, :response_no, :wording, :runs, :others, :alike, :nearest_no, :nearest, :guidance_no,
        :share_of_form, :diverges);

-- name: insert_wording_pair
INSERT INTO wording_pair (unit_no, wording, other, likeness) VALUES (:unit_no, :wording, :other, :likeness);
