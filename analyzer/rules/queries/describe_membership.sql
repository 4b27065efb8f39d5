SELECT c.collaboration_id, f.name, m.from_earliest, m.from_latest, c.name, '', ''
FROM membership m
JOIN collaboration c ON c.collaboration_no = m.collaboration_no
JOIN force f ON f.force_no = m.force_no
WHERE m.membership_no = ?
