-- What persons have decided about the letters that were read: of each field the latest. A row that was made of a part of a
-- letter (ID:Q1) is decided on with it.
CREATE TEMP TABLE decided_field AS
SELECT letter_no, question_id, field, value, classifier, decided_by, decided_on
FROM (SELECT l.letter_no, c.question_id, c.field, c.value, c.classifier, c.decided_by, c.decided_on,
             row_number() OVER (PARTITION BY l.letter_no, c.question_id, c.field ORDER BY c.coding_no DESC) AS place
      FROM coding c
      JOIN request q ON q.request_no = c.request_no
      JOIN read_letter l ON l.response_id IN (c.response_id, c.response_id || coalesce(':' || c.question_id, ''))
       AND l.text_sha256 = c.text_sha256 AND l.force_no = c.force_no AND l.request_id = q.request_id
       AND coalesce(l.stage, 'initial') = coalesce(c.stage, 'initial'))
WHERE place = 1;

-- What this version reads in their place: of each field every reading of the question, else of all that the letter says.
CREATE TEMP TABLE read_field AS
SELECT DISTINCT d.letter_no, d.question_id, p.proposal_no, j.key AS field, coalesce(j.value, '') AS value
FROM (SELECT DISTINCT letter_no, question_id FROM decided_field) d
JOIN proposal p ON p.letter_no = d.letter_no
 AND (p.question_id IS d.question_id
      OR NOT EXISTS (SELECT 1 FROM proposal x WHERE x.letter_no = d.letter_no AND x.question_id IS d.question_id))
CROSS JOIN json_each(json_object('stance', p.stance, 'partial_ncnd', p.partial_ncnd, 'held_statement', p.held_statement,
    'use_statement', p.use_statement, 'exemptions', p.exemptions, 'harm_test', p.harm_test,
    'public_interest_test', p.public_interest_test, 'link', p.link, 'stage', p.stage, 'reference', p.reference,
    'date_received', p.date_received, 'date_responded', p.date_responded, 'is_response', 'yes')) j;

-- Lists say the same in any order.
INSERT INTO disagreement (response_no, question_id, field, decided, read, decided_by, decided_on, classifier)
WITH said AS (
    SELECT d.letter_no, d.question_id, d.field, coalesce(d.value, '') AS decided, r.proposal_no, r.value AS read,
           (SELECT group_concat(value, ';') FROM (SELECT trim(value) AS value FROM json_each('["' || replace(replace(coalesce(d.value, ''), '"', ''), ';', '","') || '"]') ORDER BY 1)) AS decided_list,
           (SELECT group_concat(value, ';') FROM (SELECT trim(value) AS value FROM json_each('["' || replace(replace(coalesce(r.value, ''), '"', ''), ';', '","') || '"]') ORDER BY 1)) AS read_list,
           d.decided_by, d.decided_on, d.classifier
    FROM decided_field d
    LEFT JOIN read_field r ON r.letter_no = d.letter_no AND r.question_id IS d.question_id AND r.field = d.field
    WHERE d.classifier IS NOT (SELECT classifier FROM classifier)
      AND (r.field IS NOT NULL OR (d.field = 'stance' AND d.value IS NOT NULL))
)
SELECT l.response_no, s.question_id, s.field, nullif(s.decided, ''),
       (SELECT nullif(x.read, '') FROM said x
        WHERE x.letter_no = s.letter_no AND x.question_id IS s.question_id AND x.field = s.field
        ORDER BY x.proposal_no LIMIT 1), s.decided_by, s.decided_on, s.classifier
FROM said s
JOIN read_letter l ON l.letter_no = s.letter_no AND l.response_no IS NOT NULL AND l.text <> ''
GROUP BY s.letter_no, s.question_id, s.field
HAVING max(s.read_list IS s.decided_list) = 0
ORDER BY s.letter_no, length(s.question_id), s.question_id, s.field <> 'stance', s.field;
