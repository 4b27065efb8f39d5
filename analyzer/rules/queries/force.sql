SELECT force_id, name FROM force WHERE force_no = ?
