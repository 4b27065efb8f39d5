SELECT coalesce(max(s.rank), 0) FROM finding f JOIN severity s ON s.severity = f.severity WHERE f.status = 'open'
