-- Used by held_responses.c.

-- name: insert_response
INSERT INTO response
    (response_no, line, force_no, request_no, question_no, tool_no, topic_no, stage_no, stance_no,
     partial_ncnd, held_no, use_no, set_no, harm_test, public_interest_test, applicant_no, has_link,
     received_earliest, received_latest, responded_earliest, responded_latest, retrieved_earliest,
     retrieved_latest)
VALUES (:response_no, :line, :force_no, :request_no, :question_no, :tool_no, :topic_no, :stage_no,
        :stance_no, :partial_ncnd, :held_statement_no, :use_statement_no, :exemptions_no, :harm_test,
        :public_interest_test, :applicant_kind_no, :link IS NOT NULL, :received_earliest, :received_latest,
        :responded_earliest, :responded_latest, :retrieved_earliest, :retrieved_latest);

-- name: insert_response_wording
INSERT INTO response_wording
    (response_no, response_id, reference, link, text, text_file, source_url, note, coded_by, coded_confidence,
     coded_words)
VALUES (:response_no, :response_id, :reference, :link, :text, :text_file, :source_url, :note, :coded_by,
        :coded_confidence, :coded_words);
