-- Used by review.c.

-- name: insert_review_line
INSERT INTO review_line
    (line, letter_id, response_id, text_sha256, question_id, coding_id, reading, decision, proposed, decided, decided_by,
     decided_on, reason, classifier)
VALUES (:line, :letter_id, :response_id, :text_sha256, :question_id, :coding_id, :reading, :decision,
        json_object('stance', :stance, 'partial_ncnd', :partial_ncnd, 'held_statement', :held_statement, 'use_statement', :use_statement,
            'exemptions', :exemptions, 'harm_test', :harm_test, 'public_interest_test', :public_interest_test, 'link', :link,
            'stage', :stage, 'reference', :reference, 'date_received', :date_received, 'date_responded', :date_responded),
        json_patch('{}', json_object('stance', :d_stance, 'partial_ncnd', :d_partial_ncnd, 'held_statement', :d_held_statement, 'use_statement', :d_use_statement,
            'exemptions', :d_exemptions, 'harm_test', :d_harm_test, 'public_interest_test', :d_public_interest_test, 'link', :d_link,
            'stage', :d_stage, 'reference', :d_reference, 'date_received', :d_date_received, 'date_responded', :d_date_responded,
            'force_id', :d_force_id, 'request_id', :d_request_id, 'tool_id', :d_tool_id, 'question_id', :d_question_id)),
        :decided_by,
        CASE WHEN :decided_earliest = :decided_latest THEN date(:decided_earliest * 86400, 'unixepoch')
             WHEN :decided_latest - :decided_earliest < 31 THEN strftime('%Y-%m', :decided_earliest * 86400, 'unixepoch')
             ELSE strftime('%Y', :decided_earliest * 86400, 'unixepoch') END,
        :reason, :classifier);
