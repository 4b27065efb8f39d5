-- What speaks for a force: its own acknowledgements, its collaborations' and others'
SELECT DISTINCT a.acknowledgement_id, coalesce(a.date_published, 'undated') AS date_published, a.date_withdrawn, t.name AS tool,
       replace(a.kind, '_', ' ') AS kind,
       CASE WHEN a.force_no = :force_no AND a.publisher = 'force' THEN 'the force itself'
            WHEN a.publisher = 'collaboration' AND a.collaboration_no IS NOT NULL THEN 'its collaboration ' || o.name
            ELSE CASE a.publisher WHEN 'third_party' THEN 'a third party' WHEN 'pcc' THEN 'the police and crime commissioner'
                                  ELSE replace(a.publisher, '_', ' ') END
                 || coalesce(' about its collaboration ' || o.name, '') END AS published_by, a.summary, a.published_earliest,
       CASE WHEN a.source_url LIKE 'http://%' OR a.source_url LIKE 'https://%' THEN a.source_url END AS link
FROM acknowledgement a
JOIN tool t ON t.tool_no = a.tool_no
LEFT JOIN collaboration o ON o.collaboration_no = a.collaboration_no
WHERE a.force_no = :force_no
   OR a.acknowledgement_no IN (SELECT acknowledgement_no FROM acknowledgement_for WHERE force_no = :force_no)
ORDER BY a.published_earliest IS NOT NULL, a.published_earliest, a.acknowledgement_id
LIMIT 40;
