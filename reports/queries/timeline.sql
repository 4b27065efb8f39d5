-- timeline.csv: undated ones first
SELECT date, kind, id, force_id, tool_id, request_id, question_id, stage, says, position, source_url
FROM v_timeline
ORDER BY day_earliest, day_latest, kind, id;
