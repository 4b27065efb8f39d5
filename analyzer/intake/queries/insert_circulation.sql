INSERT INTO circulation
    (request_no, force_no, received, received_earliest, received_latest, file_no, line)
VALUES (:request_no, :force_no, :received, :received_earliest, :received_latest, :file_no, :line);
