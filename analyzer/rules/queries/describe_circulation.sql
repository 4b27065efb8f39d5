SELECT q.request_id, f.name, c.received_earliest, c.received_latest, 'received', '', ''
FROM circulation c
JOIN request q ON q.request_no = c.request_no
JOIN force f ON f.force_no = c.force_no
WHERE c.circulation_no = ?
