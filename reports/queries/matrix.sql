-- matrix.csv
SELECT force_id, tool_id, request_id, question_id, topic, stage, date_responded, stance, partial_ncnd, position,
       acknowledged, guidance_id, expected_stance, conforms, finding_ids
FROM v_matrix
ORDER BY force_id, tool_id, request_id, question_id;
