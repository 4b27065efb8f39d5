-- Used by facts.c.

-- name: response_facts
-- -1 where the row does not say.
SELECT response_no, force_no, request_no, question_no, tool_no, set_no,
       received_earliest, received_latest, responded_earliest, responded_latest,
       iif(bounds IS NULL, responded_earliest, written_earliest) AS written_earliest,
       iif(bounds IS NULL, responded_latest, written_latest) AS written_latest,
       coalesce(responded_earliest, open_earliest) AS any_day_earliest, coalesce(responded_latest, open_latest) AS any_day_latest,
       coalesce(topic_no, -1) AS topic, stage_no AS stage, stance_no AS stance, coalesce(held_no, -1) AS held, coalesce(use_no, -1) AS use,
       coalesce(partial_ncnd, -1) AS partial_ncnd, coalesce(harm_test, -1) AS harm_test,
       coalesce(public_interest_test, -1) AS public_interest_test, has_link,
       bounds IS 'given' AS is_given
FROM response
ORDER BY response_no;

-- name: identifier_of_response
SELECT response_id FROM response_wording WHERE response_no = :response_no;
