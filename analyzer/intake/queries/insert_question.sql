INSERT INTO question (question_no, request_no, question_id, topic_no, text, file_no, line)
VALUES (:question_no, :request_no, :question_id, :topic_no, :text, :file_no, :line);
