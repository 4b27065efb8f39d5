-- Used by proposals.c.

-- name: insert_proposal
INSERT INTO proposal (letter_no, question_id, reading, coding_id, stance, partial_ncnd, held_statement, use_statement,
                      exemptions, harm_test, public_interest_test, link, stage, reference, date_received,
                      date_responded, position, confidence, confidence_row, confidence_n, review, flags, spans, words,
                      words_begin, words_end)
VALUES (:letter_no, :question_id, :reading, :coding_id, :stance, :partial_ncnd, :held_statement, :use_statement,
        :exemptions, :harm_test, :public_interest_test, :link, :stage, :reference, :date_received,
        :date_responded, :position, :confidence, :confidence_row, :confidence_n, :review, :flags, :spans, :words,
        iif(:words_end, :words_begin, NULL), :words_end);

-- name: insert_letter_zone
INSERT INTO letter_zone (letter_no, zone, begins, ends, because) VALUES (:letter_no, :zone, :begins, :ends, :because);

-- name: insert_letter_act
INSERT INTO letter_act (letter_no, act, phrase, mood, scope, weight, questions, zone, begins, ends, words, why_not)
VALUES (:letter_no, :act, :phrase, :mood, :scope, :weight, :questions, :zone, :begins, :ends, :words, :why_not);
