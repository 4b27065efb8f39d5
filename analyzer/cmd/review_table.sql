-- The decisions of a proposals.csv with the letters of the pack that they are about. Of several lines about one letter
-- and question the first counts.
CREATE TEMP TABLE review_decision AS
WITH found AS (
    SELECT r.*, CASE r.decision WHEN 'accept_a' THEN 'A' WHEN 'accept_b' THEN 'B' ELSE r.reading END AS taken,
           first_value(r.line) OVER matter AS first_line, first_value(r.decision) OVER matter AS first_decision,
           first_value(r.decided) OVER matter AS first_decided
    FROM review_line r
    WHERE r.decision IS NOT NULL
    WINDOW matter AS (PARTITION BY r.letter_id, r.response_id, r.question_id ORDER BY r.line)
), placed AS (
    SELECT f.*, (SELECT coalesce(min(iif(l.text_sha256 = f.text_sha256, l.letter_no, NULL)), min(l.letter_no)) FROM read_letter l
                 WHERE l.response_id = f.response_id OR (f.response_id IS NULL AND l.letter_id = f.letter_id)) AS letter_no
    FROM found f
), joined AS (
    SELECT f.*, l.text_sha256 AS sha256_now, l.force_no, l.request_id, l.stage,
           coalesce(l.response_id, '') AS row_id,
           (SELECT p.proposed FROM review_line p
            WHERE p.letter_id = f.letter_id AND p.response_id IS f.response_id AND p.question_id IS f.question_id
              AND p.reading = f.taken
            ORDER BY p.line LIMIT 1) AS taken_row
    FROM placed f
    LEFT JOIN read_letter l ON l.letter_no = f.letter_no
)
SELECT *,
       CASE WHEN letter_no IS NULL THEN 'the pack has no such letter'
            WHEN sha256_now <> text_sha256 THEN 'stale: the text of the letter has changed since it was read'
            WHEN taken_row IS NULL AND decision <> 'not_a_response' THEN 'there is no reading ' || taken || ' of it'
            WHEN line <> first_line AND (decision <> first_decision OR decided <> first_decided)
                THEN 'line ' || first_line || ' decides the same letter and question otherwise' END AS refusal,
       line <> first_line AS is_repeated
FROM joined;

-- Row by row as codings.csv shall have them; what stands there already with the same words adds nothing.
CREATE TEMP TABLE new_coding AS
WITH field AS (
    SELECT d.line, d.sha256_now AS text_sha256, d.force_no, d.request_id, d.stage, d.row_id AS response_id, d.question_id,
           j.key AS field, nullif(j.value, 'empty') AS value, iif(d.decision = 'not_a_response', NULL, d.taken) AS proposed,
           d.decided_by, d.decided_on, d.reason, d.classifier, j.id AS place
    FROM review_decision d, json_each(iif(d.decision = 'not_a_response', '{"is_response":"no"}',
                                          json_patch(d.taken_row, iif(d.decision = 'change', d.decided, '{}')))) j
    WHERE d.refusal IS NULL AND NOT d.is_repeated
      AND (j.value IS NOT NULL OR j.key IN ('stance', 'partial_ncnd', 'held_statement', 'use_statement', 'exemptions',
                                            'harm_test', 'public_interest_test', 'link'))
    UNION ALL
    SELECT d.line, d.sha256_now, d.force_no, d.request_id, d.stage, d.row_id, d.question_id, 'is_response', 'yes', d.taken,
           d.decided_by, d.decided_on, d.reason, d.classifier, 0
    FROM review_decision d
    WHERE d.refusal IS NULL AND NOT d.is_repeated AND d.decision <> 'not_a_response'
      AND EXISTS (SELECT 1 FROM coding c WHERE c.response_id = d.row_id AND c.text_sha256 = d.sha256_now
                    AND c.question_id IS d.question_id AND c.field = 'is_response')
), before AS (
    SELECT f.*, (SELECT max(c.coding_no) FROM coding c
                 JOIN request q ON q.request_no = c.request_no
                 WHERE c.response_id = f.response_id AND c.text_sha256 = f.text_sha256 AND c.question_id IS f.question_id
                   AND c.force_no = f.force_no AND q.request_id = f.request_id
                   AND coalesce(c.stage, 'initial') = coalesce(f.stage, 'initial') AND c.field = f.field) AS latest_no,
           (SELECT count(*) FROM coding c WHERE c.response_id = f.response_id AND c.field = f.field) AS earlier
    FROM field f
)
SELECT b.line, b.place, 'd' || short_digest(b.text_sha256 || '|' || b.force_no || '|' || b.request_id || '|'
           || coalesce(b.stage, '') || '|' || b.response_id || '|' || coalesce(b.question_id, '') || '|' || b.field || '|'
           || coalesce(b.value, '') || '|' || b.decided_by || '|' || b.decided_on || '|' || b.earlier) AS decision_id,
       b.text_sha256, f.force_id, b.request_id, b.stage, b.response_id, b.question_id, b.field, b.value, b.proposed,
       b.decided_by, b.decided_on, b.reason, b.classifier
FROM before b
JOIN force f ON f.force_no = b.force_no
LEFT JOIN coding c ON c.coding_no = b.latest_no
WHERE c.coding_no IS NULL OR c.value IS NOT b.value OR c.proposed IS NOT b.proposed OR c.decided_by <> b.decided_by
   OR c.decided_on <> b.decided_on OR c.reason IS NOT b.reason OR c.classifier IS NOT b.classifier;
