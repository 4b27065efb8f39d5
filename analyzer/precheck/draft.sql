-- Used by draft.c.

-- name: precheck_proposals
-- The one letter that was read.
SELECT reading, coalesce(question_id, '') AS question_id, coding_id, stance, partial_ncnd, held_statement, use_statement,
       exemptions, harm_test, public_interest_test, link, stage, reference, date_received, date_responded, position,
       confidence, confidence_n, review, flags, spans AS spans_json, words, words_begin, words_end
FROM proposal
ORDER BY proposal_no;

-- name: precheck_day_of_pack
SELECT as_of FROM audit;
