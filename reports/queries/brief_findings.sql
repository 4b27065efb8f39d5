SELECT v.finding_id, v.severity, CASE WHEN v.change IN ('new', 'altered') THEN v.change END AS change_shown, CASE v.certainty WHEN 'possible' THEN 1 END AS is_possible,
       CASE WHEN length(v.message) > 320 THEN substr(v.message, 1, 319) || '…' ELSE v.message END AS message,
       CASE WHEN length(v.remedy) > 240 THEN substr(v.remedy, 1, 239) || '…' ELSE v.remedy END AS remedy
FROM temp.page_top t
JOIN v_findings v ON v.finding_no = t.finding_no
ORDER BY t.place;
