INSERT INTO exemption_citation
    (set_no, ordinal, citation, exemption_no, is_ncnd, harm_test_needed, pit_needed, section_in)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
