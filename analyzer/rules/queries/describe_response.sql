SELECT w.response_id, f.name, r.responded_earliest, r.responded_latest, s.stance, coalesce(e.ncnd_key, ''), coalesce(p.topic, '')
FROM response r
JOIN response_wording w ON w.response_no = r.response_no
JOIN force f ON f.force_no = r.force_no
JOIN stance s ON s.stance_no = r.stance_no
LEFT JOIN exemption_set e ON e.set_no = r.set_no
LEFT JOIN response_meaning m ON m.response_no = r.response_no
LEFT JOIN profile p ON p.profile_no = m.profile_no
WHERE r.response_no = ?
