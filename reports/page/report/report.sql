-- The page as a whole.

-- name: page
-- The page as a whole
SELECT a.pack, shorten(a.pack, 40) AS short_pack, a.label, coalesce(a.as_of, '') AS as_of, a.version,
       CASE WHEN a.as_of IS NULL THEN 'no date at all in the data'
            WHEN a.as_of_given THEN 'the date asked for'
            ELSE 'the latest date in the data' END AS as_of_reason,
       (SELECT count(*) FROM response) AS responses,
       (SELECT count(*) FROM force f WHERE EXISTS (SELECT 1 FROM letter l WHERE l.force_no = f.force_no)) AS answering,
       (SELECT count(*) FROM acknowledgement) AS acknowledgements,
       (SELECT count(*) FROM finding WHERE status = 'open') AS findings,
       (SELECT nullif(count(*), 0) FROM finding WHERE status = 'open' AND certainty = 'possible') AS possible,
       (SELECT nullif(count(*), 0) FROM finding WHERE status = 'waived') AS waived,
       (SELECT nullif(sum(NOT is_shown), 0) FROM temp.page_tool) AS further_tools,
       (SELECT nullif(sum(NOT is_charted), 0) FROM temp.page_tool) AS uncharted_tools,
       (SELECT nullif(sum(rejected), 0) FROM input_file) AS rejects,
       nullif(max((SELECT count(*) FROM reject) - z.rejects_shown, 0), 0) AS further_rejects,
       (SELECT nullif(count(*), 0) FROM notice) AS notices,
       nullif(max((SELECT count(*) FROM notice) - z.notices_shown, 0), 0) AS further_notices,
       (SELECT pack FROM baseline) AS baseline,
       (SELECT nullif(count(*), 0) FROM waiver) AS waivers,
       (SELECT nullif(count(*), 0) FROM finding WHERE status = 'waived') AS waived_listed,
       nullif(max((SELECT count(*) FROM finding WHERE status = 'waived') - z.waived_shown, 0), 0) AS waived_further,
       z.waived_shown,
       (SELECT nullif(count(*), 0) FROM rule_fault) AS rule_faults,
       (SELECT nullif(audience = 'public', 0) FROM measure_setting) AS is_public,
       (SELECT least_cohort FROM measure_setting) AS least_cohort,
       (SELECT users_low FROM measure_setting) AS users_low, (SELECT users_high FROM measure_setting) AS users_high,
       (SELECT nullif(count(*), 0) FROM v_compliance_of_forces) AS compliance_forces,
       (SELECT nullif(count(*), 0) FROM unit_agreement) AS agreement_units,
       (SELECT nullif(count(*), 0) FROM tool_agreement) AS agreement_tools,
       (SELECT nullif(count(*), 0) FROM change_test) AS change_tests,
       a.marking, a.options, 'method' AS method, 'script-hash' AS script_hash,
       (SELECT nullif(count(*), 0) FROM temp.page_finding) AS findings_listed
FROM audit a
CROSS JOIN temp.page_size z;
