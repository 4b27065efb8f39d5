-- Numbers in byte order of the identifier.
UPDATE force SET force_no = -ranked.place
FROM (SELECT force_id AS id, row_number() OVER (ORDER BY force_id) AS place FROM force) AS ranked
WHERE ranked.id = force.force_id;

UPDATE force SET force_no = -force_no;
