-- What the other members of each of a force's collaborations say in public, tool by tool
SELECT collaboration, tool, group_concat(words, '; ') AS words
FROM (SELECT c.name AS collaboration, t.name AS tool, p.position, t.place,
             CASE p.position WHEN 'confirm' THEN 'confirm: ' WHEN 'deny' THEN 'deny: ' ELSE 'neither confirm nor deny: ' END
                 || group_concat(p.name, ', ') AS words
      FROM (SELECT DISTINCT m.collaboration_no, pp.tool_no, pp.position, f.name
            FROM membership m
            JOIN membership o ON o.collaboration_no = m.collaboration_no AND o.force_no <> m.force_no AND o.to_latest IS NULL
            JOIN public_position pp ON pp.force_no = o.force_no
            JOIN force f ON f.force_no = o.force_no
            WHERE m.force_no = :force_no AND m.to_latest IS NULL
            ORDER BY f.name) p
      JOIN collaboration c ON c.collaboration_no = p.collaboration_no
      JOIN (SELECT g.tool_no, g.place, t.name FROM temp.page_tool g JOIN tool t ON t.tool_no = g.tool_no WHERE g.place <= 4) t
        ON t.tool_no = p.tool_no
      GROUP BY c.collaboration_no, t.tool_no, p.position
      ORDER BY p.position)
GROUP BY collaboration, tool
ORDER BY collaboration, tool
LIMIT 40;
