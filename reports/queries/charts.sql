-- Every chart of the audit, in the order of the report
SELECT chart, kind, tool_no, request_no, title, subtitle, sentence, source
FROM temp.page_chart
ORDER BY place, chart;
