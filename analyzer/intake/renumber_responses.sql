-- Numbers in byte order of the identifier, for a file whose rows are in another order.
CREATE TEMP TABLE response_place (response_no INTEGER PRIMARY KEY, place INTEGER NOT NULL);

INSERT INTO response_place (response_no, place)
SELECT response_no, row_number() OVER (ORDER BY response_id) FROM response_wording;

UPDATE response SET response_no = -(SELECT place FROM response_place p WHERE p.response_no = response.response_no);
UPDATE response SET response_no = -response_no;
UPDATE response_wording SET response_no = -(SELECT place FROM response_place p WHERE p.response_no = response_wording.response_no);
UPDATE response_wording SET response_no = -response_no;

DROP TABLE response_place;
