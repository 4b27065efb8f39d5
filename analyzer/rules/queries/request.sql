SELECT request_id, request_id FROM request WHERE request_no = ?
