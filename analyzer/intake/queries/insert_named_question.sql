-- A question that questions.csv lacks.
INSERT INTO question (question_no, request_no, question_id) VALUES (?1, ?2, ?3);
