SELECT question_no, request_no FROM question ORDER BY request_no, question_id
