-- What one further answer would give away about the others. Forces of which the same
-- holds share a bar.
CREATE TEMP TABLE chart_whatif AS
SELECT tool_no, from_position, to_position, n, first_name, bits, leaked_after, share_low, share_high,
       row_number() OVER (PARTITION BY tool_no ORDER BY bits DESC, from_position, to_position, first_name) - 1 AS place
FROM (SELECT w.tool_no, w.from_position, w.to_position, count(*) AS n, min(f.name) AS first_name,
             w.others_bits AS bits, w.leaked_after, min(w.share_low) AS share_low, max(w.share_high) AS share_high,
             row_number() OVER (PARTITION BY w.tool_no ORDER BY abs(w.others_bits) DESC, count(*) DESC, min(f.name)) AS choice
      FROM v_whatif w
      JOIN page_tool t ON t.tool_no = w.tool_no AND t.is_charted
      JOIN exposure e ON e.tool_no = w.tool_no AND NOT e.withheld
      LEFT JOIN force f ON f.force_no = w.force_no
      WHERE w.others_bits IS NOT NULL
      GROUP BY w.tool_no, w.from_position, w.to_position, round(w.others_bits, 6))
WHERE choice <= 14;

INSERT INTO page_chart
SELECT 1000 * t.place + 140, 'whatif-' || t.file_name, 'whatif', t.tool_no, 0,
       CASE WHEN w.most > 0.005 THEN 'One changed answer gives away up to ' || fixed(w.most, 2) || ' bits'
            ELSE 'No single changed answer would give away more' END,
       'Bits about the other forces that a change of one public position would give away (or take back); '
           || substr(t.tool, 1, 80) || ', ' || dated
           || iif(EXISTS (SELECT 1 FROM public_position d WHERE d.tool_no = t.tool_no AND d.qualified),
                  '; a qualified denial (Đ) counts as NCND', ''),
       'Tornado of ' || w.bars || plural(w.bars, ' change', ' changes') || ' of one public position about ' || substr(t.tool, 1, 80) || ': from '
           || fixed(w.least, 2) || ' to ' || fixed(w.most, 2) || ' bits about the other forces.', source
FROM page_tool t
JOIN (SELECT tool_no, count(*) AS bars, max(bits) AS most, min(bits) AS least FROM chart_whatif GROUP BY tool_no) w
  ON w.tool_no = t.tool_no
CROSS JOIN chart_words
WHERE w.most >= 0.005 OR w.least <= -0.005;
