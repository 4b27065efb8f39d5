-- Used by row_making.c.

-- name: letter_read_last
-- The letter that was read last, and what it is surely read as where it answers as a whole.
SELECT l.letter_no, l.text_file,
       coalesce((SELECT count(*) = 1 AND max(p.review) = 0 FROM proposal p WHERE p.letter_no = l.letter_no), 0) AS is_sure,
       p.stance AS read_stance, p.partial_ncnd AS read_partial_ncnd, p.held_statement AS read_held_statement,
       p.use_statement AS read_use_statement, p.exemptions AS read_exemptions, p.harm_test AS read_harm_test,
       p.public_interest_test AS read_public_interest_test, p.link AS read_link, p.stage AS read_stage,
       p.reference AS read_reference, p.date_received AS read_date_received, p.date_responded AS read_date_responded,
       CASE WHEN p.confidence_n > 0
            THEN CAST(round(p.confidence * (p.confidence_n + 2) - 1) AS INTEGER) || ' of ' || p.confidence_n END AS read_coded_confidence,
       p.words_begin || '-' || p.words_end || ': ' || p.words AS read_coded_words
FROM read_letter l
LEFT JOIN proposal p ON p.letter_no = l.letter_no AND p.reading = 'A'
ORDER BY l.letter_no DESC, p.proposal_no
LIMIT 1;
