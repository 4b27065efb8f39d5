-- Used by chain.c.

-- name: rulings_of_chain
SELECT f.tool_no, f.ruling_no, k.date_earliest, k.date_latest
FROM ruling_for f
JOIN ruling k ON k.ruling_no = f.ruling_no
ORDER BY f.ruling_no;

-- name: insert_chain_step
INSERT INTO chain_step (tool_no, step, kind, letter_no, acknowledgement_no, ruling_no, day_earliest, day_latest,
                        confirming, denying, ncnd)
VALUES (:tool_no, :step, :kind, :letter_no, :acknowledgement_no, :ruling_no, :day_earliest, :day_latest,
        :confirming, :denying, :ncnd);

-- name: insert_chain_conflict
INSERT INTO chain_conflict (tool_no, step, with_step, kind, effect, other_side, forces, is_expected, certainty)
VALUES (:tool_no, :step, :with_step, :kind, :effect, :other_side, :forces, :is_expected, :certainty);
