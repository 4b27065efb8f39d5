SELECT request_no FROM request WHERE request_id = ?1;
