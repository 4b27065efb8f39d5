-- Used by draft.c.

-- name: precheck_proposals
-- The one letter that was read.
SELECT reading, coalesce(question_id, '') AS question_id, coding_id, stance, partial_ncnd, held_statement, use_statement,
       exemptions, harm_test, public_interest_test, link, stage, reference, date_received, date_responded, position,
       confidence, confidence_n, review, flags, spans AS spans_json, words, words_begin, words_end
FROM proposal
ORDER BY proposal_no;

-- name: precheck_circulated
SELECT CASE WHEN c.received_earliest = c.received_latest THEN date(c.received_earliest * 86400, 'unixepoch')
            WHEN c.received_latest - c.received_earliest < 31 THEN strftime('%Y-%m', c.received_earliest * 86400, 'unixepoch')
            ELSE strftime('%Y', c.received_earliest * 86400, 'unixepoch') END AS date
FROM circulation c
JOIN request q ON q.request_no = c.request_no
JOIN force f ON f.force_no = c.force_no
WHERE q.request_id = :request_id AND f.force_id = :force_id AND c.received_earliest IS NOT NULL;

-- name: precheck_day_of_pack
SELECT as_of FROM audit;
