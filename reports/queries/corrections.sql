-- corrections.csv: the one letter whose change would lower a tool's leaked bits, or a force's
-- compliance index, most
SELECT aim, tool_id, force_id, response_id, request_id, stage, date_responded, position, to_position,
       fixed(before, 6) AS before, fixed(after, 6) AS after
FROM v_corrections
ORDER BY aim DESC, before - after DESC, tool_id, force_id
