-- Numbers in order of time, and on one day in byte order of the identifier: the order of rows in the
-- file is that of no list of rulings.
UPDATE ruling SET ruling_no = -ranked.place
FROM (SELECT ruling_id AS id, row_number() OVER (ORDER BY date_earliest, date_latest, ruling_id) AS place FROM ruling) AS ranked
WHERE ranked.id = ruling.ruling_id;

UPDATE ruling SET ruling_no = -ruling_no;
