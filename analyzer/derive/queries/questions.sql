SELECT question_no, request_no, topic_no FROM question ORDER BY question_no
