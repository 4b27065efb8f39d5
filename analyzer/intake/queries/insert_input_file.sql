INSERT INTO input_file (name, kind, origin, encoding, sha256, bytes)
VALUES (?1, ?2, ?3, ?4, '', ?5);
