SELECT response_no, force_no, request_no, question_no, tool_no, set_no,
       received_earliest, received_latest, responded_earliest, responded_latest,
       topic_no, stage_no, stance_no, held_no, partial_ncnd, harm_test, public_interest_test, has_link
FROM response
ORDER BY response_no
