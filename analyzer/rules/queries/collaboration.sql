SELECT collaboration_id, name FROM collaboration WHERE collaboration_no = ?
