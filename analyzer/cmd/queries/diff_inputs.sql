SELECT file_kind || '.csv' AS file, row_id, change, force_id, tool_id, request_id, columns
FROM input_change
ORDER BY file_kind NOT IN ('responses', 'acknowledgements', 'guidance'), file_kind, change, row_id
