INSERT INTO request
    (request_no, request_id, title, aliases, logged_earliest, logged_latest, scope, tool_no,
     summary, source_url, file_no, line)
VALUES (:request_no, :request_id, :title, :aliases, :logged_earliest, :logged_latest, :scope,
        :tool_no, :summary, :source_url, :file_no, :line);
