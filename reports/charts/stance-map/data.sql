-- name: chart_stance_map
-- One stance map: a cell a force. The drawing program reads the first six columns.
SELECT c."column", c."row", s.letter, s.look,
       CASE WHEN f.abbreviation NOT GLOB '*[^A-Za-z0-9]*' AND length(f.abbreviation) BETWEEN 1 AND 4 THEN f.abbreviation
            ELSE '#' || f.force_no END AS abbreviation,
       s.is_old AS "old", s.state, s.year, f.force_id, f.name AS force
FROM temp.map_cell c
JOIN temp.page_state s ON s.tool_no = c.tool_no AND s.request_no = c.request_no AND s.force_no = c.force_no
JOIN force f ON f.force_no = c.force_no
WHERE c.tool_no = :tool_no AND c.request_no = :request_no
ORDER BY c."row", c."column", f.force_id;

-- name: chart_stance_map_legend
SELECT place, letter, word, look, '' AS blank, is_old AS "old"
FROM temp.page_legend
WHERE tool_no = :tool_no AND request_no = :request_no
ORDER BY place;
