-- Used by about.c.

-- name: bag_audit
SELECT a.version, a.pack, a.label, a.as_of, a.as_of_day, nullif(a.options, '') AS options, a.marking, (SELECT audience = 'public' FROM measure_setting) AS is_public,
       (SELECT count(*) FROM temp.bag_response) AS answers, (SELECT count(*) FROM temp.bag_finding) AS findings,
       (SELECT count(*) FROM temp.bag_response b
        JOIN response_wording w ON w.response_no = b.response_no WHERE w.text IS NULL AND w.text_file IS NULL) AS without_letter,
       (SELECT count(*) FROM temp.bag_response b
        JOIN response_wording w ON w.response_no = b.response_no WHERE w.coded_by = 'machine') AS by_machine
FROM audit a;

-- name: bag_options
SELECT options FROM audit;

-- name: bag_set_options
UPDATE audit SET options = coalesce(:options, '');
