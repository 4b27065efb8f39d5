-- Used by profiles.c.

-- name: insert_profile
INSERT INTO profile (profile_no, regime, stance, position, topic, stage, partial_ncnd, held_statement, set_no,
                     harm_test, public_interest_test, has_link, dated, superseded, conflicting, acknowledged,
                     guidance_no, guided, conforms, readings)
VALUES (:profile_no, :regime, :stance, :position, :topic, :stage, :partial_ncnd, :held_statement, :set_no,
        :harm_test, :public_interest_test, :has_link, :dated, :superseded, :conflicting, :acknowledged,
        :guidance_no, :guided, :conforms, :readings);

-- name: insert_profile_reading
INSERT INTO profile_reading (profile_no, reading, own_acknowledgement, collaboration_acknowledgement,
                             guidance_no, conforms, replaced_guidance_no, conformed_before)
VALUES (:profile_no, :reading, :own_acknowledgement, :collaboration_acknowledgement,
        :guidance_no, :conforms, :replaced_guidance_no, :conformed_before);

-- name: insert_response_meaning
INSERT INTO response_meaning (response_no, profile_no, letter_no)
VALUES (:response_no, :profile_no, :letter_no);
