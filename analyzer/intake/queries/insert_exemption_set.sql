INSERT INTO exemption_set (regime, citations, ncnd_key) VALUES (?1, ?2, ?3);
