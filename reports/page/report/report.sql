-- name: page
-- What stands at the head of the page or of the brief, or in several sections
SELECT a.pack, shorten(a.pack, 40) AS short_pack, a.label, coalesce(a.as_of, '') AS as_of, a.version,
       CASE WHEN a.as_of IS NULL THEN 'No date stands in the data'
            WHEN a.as_of_given THEN 'the date asked for'
            ELSE 'the latest date of an answer, a publication or a request in the data' END AS as_of_reason,
       (SELECT count(*) || plural(count(*), ' response', ' responses') FROM response) AS responses,
       (SELECT count(*) || plural(count(*), ' force', ' forces')
        FROM force f WHERE EXISTS (SELECT 1 FROM letter l WHERE l.force_no = f.force_no)) AS answering,
       (SELECT count(*) || plural(count(*), ' public acknowledgement', ' public acknowledgements') FROM acknowledgement) AS acknowledgements,
       (SELECT nullif(count(*), 0) FROM finding WHERE status = 'waived') AS waived,
       (SELECT pack FROM baseline) AS baseline,
       (SELECT nullif(count(*), 0) FROM waiver) AS waivers, (SELECT 1 FROM wording_likeness LIMIT 1) AS likeness,
       (SELECT nullif(audience = 'public', 0) FROM measure_setting) AS is_public,
       (SELECT least_cohort FROM measure_setting) AS least_cohort,
       (SELECT title FROM temp.page_title) AS title, (SELECT shorten(title, 160) FROM temp.page_title) AS short_title, a.marking, a.options, 'method' AS method, 'report-script' AS report_script_hash, 'page-script' AS page_script_hash
FROM audit a;
