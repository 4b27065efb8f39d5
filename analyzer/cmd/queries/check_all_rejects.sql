SELECT file, line, "column", code, value, message, suggestion
FROM v_rejects;
