SELECT request_no FROM request ORDER BY request_id
