-- What the other members of each of a force's collaborations say in public, tool by tool;
-- the forces of its region too, where its regional unit is none of these collaborations
WITH neighbour AS (
    SELECT c.name AS neighbours, o.force_no
    FROM membership m
    JOIN collaboration c ON c.collaboration_no = m.collaboration_no
    JOIN membership o ON o.collaboration_no = m.collaboration_no AND o.force_no <> m.force_no AND o.to_latest IS NULL
    WHERE m.force_no = :force_no AND m.to_latest IS NULL
    UNION
    SELECT 'Region of ' || f.rocu, o.force_no
    FROM force f
    JOIN force o ON o.rocu = f.rocu AND o.force_no <> f.force_no
    WHERE f.force_no = :force_no AND f.rocu NOT LIKE 'none%'
      AND NOT EXISTS (SELECT 1 FROM membership m JOIN collaboration c ON c.collaboration_no = m.collaboration_no
                      WHERE m.force_no = f.force_no AND instr(lower(f.rocu), c.collaboration_id) > 0)
),
spoken AS (
    SELECT n.neighbours, t.tool, t.tool_no, w.place, w.word || ': ' || group_concat(f.name, ', ') AS words
    FROM (SELECT * FROM neighbour ORDER BY force_no) n
    JOIN public_position p ON p.force_no = n.force_no
    JOIN temp.page_tool t ON t.tool_no = p.tool_no AND t.place <= 4
    JOIN temp.state_word w ON w.state = p.position
    JOIN force f ON f.force_no = n.force_no
    GROUP BY n.neighbours, t.tool_no, w.place
)
SELECT neighbours, tool, group_concat(words, '; ') AS words
FROM (SELECT * FROM spoken ORDER BY place)
GROUP BY neighbours, tool_no
ORDER BY neighbours, tool, tool_no
LIMIT 40;
