INSERT INTO exemption
    (regime, citation, title, kind, basis, is_ncnd, ncnd_of, harm_test_needed, pit_needed, notes,
     file_no, line)
VALUES (:regime, :citation, :title, :kind, :basis, :is_ncnd, :ncnd_of, :harm_test_needed,
        :pit_needed, :notes, :file_no, :line);
