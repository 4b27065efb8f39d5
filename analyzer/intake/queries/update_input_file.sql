UPDATE input_file
SET sha256 = ?2, read = ?3, accepted = ?4, duplicate = ?5, rejected = ?6
WHERE file_no = ?1;
