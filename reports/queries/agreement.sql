-- agreement.csv: one row a question with two answers or more
SELECT request_id, question_id, tool_id, topic, answers AS n, confirming AS confirm, denying AS deny, ncnd,
       modal_position, fixed(modal_share, 6) AS modal_share, fixed(modal_low, 6) AS modal_share_low,
       fixed(modal_high, 6) AS modal_share_high, fixed(agreement, 6) AS agreement,
       fixed(entropy_bits, 6) AS entropy_bits, fixed(explained_bits, 6) AS explained_bits,
       judged, conforming, fixed(conforming_low, 6) AS conforming_share_low,
       fixed(conforming_high, 6) AS conforming_share_high,
       fixed(conformance_agreement, 6) AS conformance_agreement
FROM v_unit_agreement
ORDER BY tool_id, request_id, question_id
