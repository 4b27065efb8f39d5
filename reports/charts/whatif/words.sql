-- What the answer that conforms would change, for each force whose public position departs from the advice in force on the
-- day of the audit: as that advice reads in every reading of its dates. An answer asks for NCND where the advice does.
CREATE TEMP TABLE chart_whatif AS
WITH asked_for AS (
    SELECT p.tool_no, p.force_no, p.position, min(r.guidance_no) AS guidance_no
    FROM public_position p
    JOIN page_tool t ON t.tool_no = p.tool_no AND t.is_charted
    JOIN present_reading r ON r.tool_no = p.tool_no
     AND r.force_no = coalesce((SELECT o.force_no FROM present_reading o WHERE o.tool_no = p.tool_no AND o.force_no = p.force_no LIMIT 1), 0)
    GROUP BY p.tool_no, p.force_no
    HAVING min(r.guidance_no) = max(r.guidance_no) AND count(r.guidance_no) = count(*)
), effect AS MATERIALIZED (
    SELECT tool_no, force_no, from_position, to_position, others_ncnd, p_use_before, p_use_after, others_bits, leaked_after
    FROM v_whatif
), change AS (
    SELECT a.tool_no, a.force_no, a.position, g.guidance_id,
           CASE WHEN g.expects_ncnd THEN 'ncnd' WHEN g.expects_confirm THEN 'confirm' ELSE 'deny' END AS conforming
    FROM asked_for a
    JOIN guidance g ON g.guidance_no = a.guidance_no
    WHERE NOT CASE a.position WHEN 'confirm' THEN g.expects_confirm WHEN 'deny' THEN g.expects_deny ELSE g.expects_ncnd END
)
SELECT c.tool_no, f.name, c.position AS from_position, c.conforming AS to_position, c.guidance_id,
       w.others_ncnd + (w.from_position = 'ncnd') AS ncnd_before, w.others_ncnd + (w.to_position = 'ncnd') AS ncnd_after,
       w.p_use_before, w.p_use_after, w.others_bits, w.leaked_after,
       row_number() OVER (PARTITION BY c.tool_no ORDER BY abs(w.p_use_after - w.p_use_before) DESC, f.name, f.force_id) - 1 AS place
FROM change c
JOIN force f ON f.force_no = c.force_no
JOIN effect w ON w.tool_no = c.tool_no AND w.force_no = c.force_no AND w.to_position = c.conforming
JOIN exposure e ON e.tool_no = c.tool_no AND NOT e.withheld
WHERE w.p_use_before IS NOT NULL AND w.p_use_after IS NOT NULL;

INSERT INTO page_chart
SELECT 1000 * t.place + 140, 'whatif-' || t.file_name, 'whatif', t.tool_no, 0,
       CASE WHEN w.most < 0.5 THEN 'One conforming answer would hardly change the chance'
            ELSE 'One conforming answer moves the chance by up to ' || fixed(w.most, 0) || plural(round(w.most), ' point', ' points') END,
       'Chance that a force with NCND uses it, now and if one force answered as the advice in force asks; '
           || substr(t.tool, 1, 80) || ', ' || dated || '. '
           || iif(w.denials > 0, 'A denial that is withdrawn stays known', 'An answer that is withdrawn stays known')
           || ': whoever read it still knows it, and the numbers say what those learn who have not',
       'What the conforming answer of each of ' || w.bars || plural(w.bars, ' force', ' forces') || ' would change about ' || substr(t.tool, 1, 80)
           || ': the chance of the forces with NCND moves by ' || fixed(w.least, 1) || ' to ' || fixed(w.most, 1) || ' points.', source
FROM page_tool t
JOIN (SELECT tool_no, count(*) AS bars, sum(from_position = 'deny') AS denials,
             100 * max(abs(p_use_after - p_use_before)) AS most, 100 * min(abs(p_use_after - p_use_before)) AS least
      FROM chart_whatif GROUP BY tool_no) w ON w.tool_no = t.tool_no
CROSS JOIN chart_words;
