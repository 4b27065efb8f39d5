INSERT INTO bank_holiday (day, division, title, file_no, line)
VALUES (:date_earliest, :division, :title, :file_no, :line);
