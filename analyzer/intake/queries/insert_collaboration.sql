INSERT INTO collaboration (collaboration_no, collaboration_id, name) VALUES (?1, ?2, ?3);
