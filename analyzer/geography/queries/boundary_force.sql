SELECT force_no FROM force WHERE area_code = ?1 ORDER BY force_no LIMIT 1
