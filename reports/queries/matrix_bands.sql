SELECT band, max(band) OVER () AS bands, CASE WHEN max(band) OVER () > 1 THEN band END AS numbered
FROM (SELECT DISTINCT band FROM temp.page_unit WHERE tool_no = :tool_no)
ORDER BY band;
