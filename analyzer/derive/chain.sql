-- Used by chain.c.

-- name: insert_chain_step
INSERT INTO chain_step (tool_no, step, kind, letter_no, acknowledgement_no, day_earliest, day_latest,
                        confirming, denying, ncnd)
VALUES (:tool_no, :step, :kind, :letter_no, :acknowledgement_no, :day_earliest, :day_latest,
        :confirming, :denying, :ncnd);

-- name: insert_chain_conflict
INSERT INTO chain_conflict (tool_no, step, with_step, kind, effect, other_side, forces, is_expected, certainty)
VALUES (:tool_no, :step, :with_step, :kind, :effect, :other_side, :forces, :is_expected, :certainty);
