SELECT a.acknowledgement_id, coalesce(f.name, c.name), a.published_earliest, a.published_latest,
       replace(a.kind, '_', ' '), '', ''
FROM acknowledgement a
LEFT JOIN force f ON f.force_no = a.force_no
LEFT JOIN collaboration c ON c.collaboration_no = a.collaboration_no
WHERE a.acknowledgement_no = ?
