-- Used by exemption_sets.c.

-- name: statute
SELECT exemption_no, regime, citation, is_ncnd, harm_test_needed, pit_needed,
       kind = 'procedural' AS is_procedural
FROM exemption
ORDER BY exemption_no;

-- name: insert_exemption_set
-- A set may cite nothing that counts.
INSERT INTO exemption_set (regime, citations, ncnd_key)
VALUES (:regime, coalesce(:citations, ''), coalesce(:ncnd_key, ''));

-- name: insert_exemption_citation
INSERT INTO exemption_citation
    (set_no, ordinal, citation, act, exemption_no, is_ncnd, harm_test_needed, pit_needed, section_in,
     is_of_regulations)
VALUES (:set_no, :ordinal, :citation, :act, :exemption_no, :is_ncnd, :harm_test_needed, :pit_needed, :section_in,
        :is_of_regulations);
