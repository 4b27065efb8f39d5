-- The kinds of chart that this audit has
SELECT group_concat(kind, ', ') FROM (SELECT DISTINCT kind FROM temp.page_chart ORDER BY kind);
