-- summary.json: forces are those with at least one accepted response
SELECT (SELECT count(*) FROM force f
        WHERE EXISTS (SELECT 1 FROM letter l WHERE l.force_no = f.force_no)) AS forces,
       (SELECT count(*) FROM response) AS responses,
       (SELECT count(*) FROM acknowledgement) AS acknowledgements,
       (SELECT count(*) FROM reject) AS rejects;
