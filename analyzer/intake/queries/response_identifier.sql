SELECT response_id FROM response_wording WHERE response_no = ?1;
