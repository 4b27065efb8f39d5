-- Agreement on each question shown, those on which forces part first
SELECT a.request_id, coalesce(a.question_id, 'all') AS question, a.topic, a.answers, a.confirming, a.denying, a.ncnd,
       a.modal_position, fixed(100 * a.modal_share, 0) AS modal_share, fixed(100 * a.modal_low, 0) AS modal_low,
       fixed(100 * a.modal_high, 0) AS modal_high, fixed(100 * a.agreement, 1) AS agreement,
       fixed(a.entropy_bits, 2) AS entropy_bits, fixed(a.explained_bits, 2) AS explained_bits, a.judged, a.conforming,
       coalesce(fixed(100 * a.conformance_agreement, 1) || ' %', '-') AS conformance_agreement, a.tool_id
FROM v_unit_agreement a
JOIN temp.page_unit u ON u.unit_no = a.unit_no
ORDER BY a.agreement, a.tool_id, a.request_id, a.question_id
LIMIT 60;
