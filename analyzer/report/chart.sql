-- Used by chart.c, and by output.c for the day.

-- name: charts_chosen
-- The charts of a kind, or of all kinds, in the order of the report
SELECT chart, kind, tool_no, request_no, title, subtitle, sentence, source
FROM temp.page_chart
WHERE (:kind = 'all' OR kind = :kind OR (:kind = 'map' AND kind IN ('stance-map', 'boundary-map')))
  AND (:tool_no IS NULL OR tool_no = :tool_no)
  AND CASE WHEN :request_no IS NOT NULL THEN request_no = :request_no ELSE :kind = 'all' OR request_no = 0 END
ORDER BY place, chart;

-- name: picture_words
-- What stands inside every picture that stands alone
SELECT coalesce(marking, '') AS marking,
       'Concord ' || version || ', ' || coalesce('as of ' || as_of, 'no date in the data')
           || CASE WHEN label IS NULL THEN '' ELSE '. ' || label END AS made_as_of,
       coalesce(replace(as_of, '-', ''), '20000101') AS day
FROM audit;
