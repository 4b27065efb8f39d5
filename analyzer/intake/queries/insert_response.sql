INSERT INTO response
    (response_no, line, force_no, request_no, question_no, tool_no, topic_no, stage_no, stance_no,
     partial_ncnd, held_no, set_no, harm_test, public_interest_test, applicant_no, has_link,
     received_earliest, received_latest, responded_earliest, responded_latest)
VALUES (:response_no, :line, :force_no, :request_no, :question_no, :tool_no, :topic_no, :stage_no,
        :stance_no, :partial_ncnd, :held_statement_no, :exemptions_no, :harm_test,
        :public_interest_test, :applicant_kind_no, :has_link, :received_earliest, :received_latest,
        :responded_earliest, :responded_latest);
