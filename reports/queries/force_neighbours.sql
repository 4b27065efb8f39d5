-- What the other members of each of a force's collaborations say in public, tool by tool;
-- the forces of its region too, where its regional unit is none of these collaborations.
-- Of many the first sixty are named.
WITH own AS (
    SELECT g.group_key, g.neighbours
    FROM temp.page_group g
    JOIN force f ON f.force_no = g.force_no
    WHERE g.force_no = :force_no
      AND NOT (g.group_key = 'region ' || f.rocu
               AND EXISTS (SELECT 1 FROM membership m JOIN collaboration c ON c.collaboration_no = m.collaboration_no
                           WHERE m.force_no = f.force_no AND instr(lower(f.rocu), c.collaboration_id) > 0))
),
others AS (               -- a force may be met in two groups of one name
    SELECT o.neighbours, s.tool_no, s.tool, s.place, s.word, s.force_no, s.name,
           max(s.forces - EXISTS (SELECT 1 FROM public_position p JOIN temp.state_word w ON w.state = p.position
                                  WHERE p.tool_no = s.tool_no AND p.force_no = :force_no AND w.place = s.place)) AS forces
    FROM own o
    JOIN temp.page_group_spoken s ON s.group_key = o.group_key
    WHERE s.force_no <> :force_no
    GROUP BY o.neighbours, s.tool_no, s.place, s.force_no
),
named AS (
    SELECT *, row_number() OVER (PARTITION BY neighbours, tool_no, place ORDER BY force_no) AS n FROM others
),
spoken AS (
    SELECT neighbours, tool, tool_no, place,
           word || ': ' || group_concat(name, ', ')
           || CASE WHEN max(max(forces), count(*)) > 60 THEN ' and ' || (max(max(forces), count(*)) - 60) || ' more' ELSE '' END AS words
    FROM (SELECT * FROM named ORDER BY neighbours, tool_no, place, n)
    WHERE n <= 60
    GROUP BY neighbours, tool_no, place
)
SELECT neighbours, tool, group_concat(words, '; ') AS words
FROM (SELECT * FROM spoken ORDER BY place)
GROUP BY neighbours, tool_no
ORDER BY neighbours, tool, tool_no
LIMIT 40;
