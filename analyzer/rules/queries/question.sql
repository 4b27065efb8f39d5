SELECT question_id, question_id FROM question WHERE question_no = ?
