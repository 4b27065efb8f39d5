INSERT INTO response_wording
    (response_no, response_id, reference, link, text, source_url, retrieved_on, note)
VALUES (:response_no, :response_id, :reference, :link, :text, :source_url, :retrieved_on, :note);
