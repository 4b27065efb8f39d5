SELECT collaboration_no, collaboration_id, name FROM collaboration ORDER BY collaboration_no;
