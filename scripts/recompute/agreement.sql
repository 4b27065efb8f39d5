SELECT 'setting', seed, resamples FROM measure_setting;
SELECT 'cell', m.tool_id, m.request_id || ' ' || coalesce(m.question_id, '-'), m.force_id, m.position, m.conforms,
       m.acknowledged = 'own'
FROM v_matrix m
WHERE m.position <> 'silent' AND m.unit_no IN (
    SELECT unit_no FROM cell WHERE position <> 'silent' GROUP BY unit_no HAVING count(*) >= 2)
ORDER BY m.tool_id, m.request_id, m.question_id, m.force_id;
SELECT 'letter', l.tool_id, l.force_id, l.request_id, l.position_on_use, r.conforms
FROM v_letters l
JOIN letter s ON s.letter_no = l.letter_no AND s.speaks_for_request
JOIN v_responses r ON r.response_no = l.response_no
ORDER BY l.tool_id, l.force_no, l.request_no;
