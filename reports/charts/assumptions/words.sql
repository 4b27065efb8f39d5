-- The assumptions behind the bits given away, one at a time.
INSERT INTO page_chart
SELECT 1000 * t.place + 150, 'assumptions-' || t.file_name, 'assumptions', t.tool_no, 0,
       fixed(e.leaked_bits, 1) || ' bits given away; ' || fixed(s.least, 1) || ' to ' || fixed(s.most, 1) || ' by assumption',
       'Bits given away about all forces when one assumption moves over its range; ' || substr(t.tool, 1, 80) || ', ' || dated,
       'Tornado of the assumptions behind the bits given away about ' || substr(t.tool, 1, 80) || ': '
           || fixed(e.leaked_bits, 2) || ' as assumed, ' || fixed(s.least, 2) || ' to ' || fixed(s.most, 2)
           || ' when one assumption changes.', source
FROM page_tool t
JOIN exposure e ON e.tool_no = t.tool_no AND e.leaked_bits IS NOT NULL
JOIN (SELECT tool_no, min(min(leaked_at_low, leaked_at_high)) AS least, max(max(leaked_at_low, leaked_at_high)) AS most
      FROM exposure_swing GROUP BY tool_no) s ON s.tool_no = t.tool_no
CROSS JOIN chart_words
WHERE t.is_charted AND s.most > s.least;
