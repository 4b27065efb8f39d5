-- Numbers in byte order of the identifier.
UPDATE guidance SET guidance_no = -ranked.place
FROM (SELECT guidance_id AS id, row_number() OVER (ORDER BY guidance_id) AS place FROM guidance) AS ranked
WHERE ranked.id = guidance.guidance_id;

UPDATE guidance SET guidance_no = -guidance_no;
