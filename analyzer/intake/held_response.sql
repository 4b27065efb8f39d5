-- The rows of responses.csv that wait to be stored (held_responses.h), as a table: what they keep, in the words
-- of binding.h. Rows that say the same here, whatever their identifier and line, say the same.
CREATE TABLE held_response (
    response_id, line,
    force_no, request_no, question_no, tool_no, topic_no, stage_no, stance_no,
    partial_ncnd, held_statement_no, use_statement_no, exemptions_no, harm_test, public_interest_test, applicant_kind_no,
    received_earliest, received_latest, responded_earliest, responded_latest, retrieved_earliest, retrieved_latest,
    reference, link, text, text_file, source_url, note, coded_by, coded_confidence, coded_words
);
