-- Used by held_responses.c. The rows come in the order of their numbers, which SQLite gives: to be told a number it
-- would look it up in the table first.

-- name: held_responses
-- Which columns there are (held_response.sql).
SELECT * FROM held_response;

-- name: insert_response
INSERT INTO response
    (line, force_no, request_no, question_no, tool_no, topic_no, stage_no, stance_no,
     partial_ncnd, held_no, use_no, set_no, harm_test, public_interest_test, applicant_no, has_link,
     received_earliest, received_latest, responded_earliest, responded_latest, retrieved_earliest,
     retrieved_latest)
SELECT line, force_no, request_no, question_no, tool_no, topic_no, stage_no, stance_no,
       partial_ncnd, held_statement_no, use_statement_no, exemptions_no, harm_test, public_interest_test,
       applicant_kind_no, link IS NOT NULL, received_earliest, received_latest, responded_earliest,
       responded_latest, retrieved_earliest, retrieved_latest
FROM held_response;

-- name: insert_response_wording
INSERT INTO response_wording
    (response_id, reference, link, text, text_file, source_url, note, coded_by, coded_confidence,
     coded_words)
SELECT response_id, reference, link, text, text_file, source_url, note, coded_by, coded_confidence,
       coded_words
FROM held_response;

-- name: insert_inexact_response
INSERT INTO temp.inexact_response (response_no) VALUES (:response_no);
