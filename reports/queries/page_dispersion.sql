-- How much of the dispersion acknowledgements explain
SELECT t.tool, d.answers, fixed(d.entropy_bits, 2) AS entropy_bits, fixed(d.explained_bits, 2) AS explained_bits,
       CASE WHEN d.entropy_bits > 0 THEN fixed(100 * d.explained_bits / d.entropy_bits, 0) || ' %' ELSE '-' END AS share
FROM tool_dispersion d
JOIN temp.page_tool t ON t.tool_no = d.tool_no
WHERE t.place <= 6
ORDER BY t.place;
