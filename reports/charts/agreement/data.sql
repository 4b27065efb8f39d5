-- name: chart_agreement
-- Of each request: the share of the commonest answer, and of those that follow advice
SELECT place, shorten(request_id, 16) AS label,
       fixed(100 * modal_share, 1) AS share, fixed(100 * modal_low, 1) AS share_low, fixed(100 * modal_high, 1) AS share_high,
       answers, fixed(100.0 * conforming / nullif(judged, 0), 1) AS conforming,
       fixed(100 * conforming_low, 1) AS conforming_low, fixed(100 * conforming_high, 1) AS conforming_high, judged,
       modal_position, coalesce(date_logged, 'undated') AS logged, request_id
FROM temp.chart_agreement
WHERE tool_no = :tool_no
ORDER BY place;
