-- summary.json (OUTPUTS.md), part by part. Used by jsonout.c.

-- name: summary_run
-- Which run this is
SELECT version, pack, label, marking, as_of, options
FROM audit;

-- name: summary_inputs
-- Every file read, and what became of its rows
SELECT name AS file, origin, encoding, sha256, bytes, read, accepted, duplicate, rejected
FROM input_file
ORDER BY name, file_no;

-- name: summary_totals
-- Forces are those with at least one accepted response
SELECT (SELECT count(*) FROM force f
        WHERE EXISTS (SELECT 1 FROM letter l WHERE l.force_no = f.force_no)) AS forces,
       (SELECT count(*) FROM response) AS responses,
       (SELECT count(*) FROM acknowledgement) AS acknowledgements,
       (SELECT sum(rejected) FROM input_file) AS rejects;

-- name: summary_findings
-- Open findings by severity, and the waived ones
SELECT coalesce(sum(status = 'open' AND severity = 'critical'), 0) AS critical,
       coalesce(sum(status = 'open' AND severity = 'high'), 0) AS high,
       coalesce(sum(status = 'open' AND severity = 'medium'), 0) AS medium,
       coalesce(sum(status = 'open' AND severity = 'low'), 0) AS low,
       coalesce(sum(status = 'open' AND severity = 'info'), 0) AS info,
       coalesce(sum(status = 'waived'), 0) AS waived
FROM finding;

-- name: summary_matters
-- Open matters by severity, and what became of them; the latter null without a baseline
SELECT coalesce(sum(f.severity = 'critical'), 0) AS critical, coalesce(sum(f.severity = 'high'), 0) AS high,
       coalesce(sum(f.severity = 'medium'), 0) AS medium, coalesce(sum(f.severity = 'low'), 0) AS low,
       coalesce(sum(f.severity = 'info'), 0) AS info,
       (SELECT new FROM matter_accounting) AS new, (SELECT altered FROM matter_accounting) AS altered,
       (SELECT persisting FROM matter_accounting) AS persisting, (SELECT resolved FROM matter_accounting) AS resolved,
       (SELECT "before" FROM matter_accounting) AS "before", (SELECT joined FROM matter_accounting) AS joined,
       (SELECT split FROM matter_accounting) AS split
FROM matter m
JOIN finding f ON f.finding_no = m.leading_no;

-- name: summary_consistency
-- Are the forces consistent: the latest answer of each force and tool against the advice of its own day (SEMANTICS 80)
SELECT verdict, counted AS sentence, disagreeing AS but, answers, follow, depart, unjudged AS cannot_be_judged,
       (SELECT json_group_array(json_object('tool_id', tool_id, 'answers', answers, 'follow', follow, 'depart', depart,
                   'cannot_be_judged', unjudged))
        FROM (SELECT t.tool_id, b.* FROM temp.page_verdict b JOIN tool t ON t.tool_no = b.tool_no ORDER BY t.tool_id)) AS tools_json
FROM temp.page_verdict
WHERE tool_no = 0;

-- name: summary_numbers
-- What the numbers assume
SELECT audience, seed, users_low, users_high, draws, resamples, permutations, least_cohort,
       (SELECT json_group_object(name, value) FROM (SELECT * FROM parameter ORDER BY parameter_no)) AS parameters_json
FROM measure_setting;

-- name: summary_exposure
-- Bits over all tools (RISK.md section 1), and each tool. Added in the order of identifiers: the last
-- digits of a sum of fractions hang on it.
WITH told AS (SELECT e.* FROM exposure e JOIN tool t ON t.tool_no = e.tool_no ORDER BY t.tool_id)
SELECT (SELECT coalesce(sum(prior_bits), 0) FROM told) AS prior_bits,
       (SELECT CASE WHEN sum(withheld) > 0 THEN NULL ELSE coalesce(sum(posterior_bits), 0) END FROM told) AS posterior_bits,
       (SELECT CASE WHEN sum(withheld) > 0 THEN NULL ELSE coalesce(sum(leaked_bits), 0) END FROM told) AS leaked_bits,
       (SELECT json_group_array(json_object('tool_id', tool_id, 'c', confirming, 'd', denying, 'n', ncnd,
                   'p_use_given_ncnd', p_use, 'k_low', users_low, 'k_high', users_high, 'decodability_ratio', decodability,
                   'prior_bits', prior_bits, 'posterior_bits', posterior_bits, 'leaked_bits', leaked_bits,
                   'min_entropy_leakage', min_entropy_leakage, 'draws', draws, 'leaked_bits_low', leaked_low,
                   'leaked_bits_high', leaked_high, 'p_use_low', p_use_low, 'p_use_high', p_use_high))
        FROM (SELECT * FROM v_exposure ORDER BY tool_id)) AS tools_json;

-- name: summary_complaint_risk
-- The complaint risk of each force that has findings which count
SELECT force_id, complaint_risk, matters FROM v_complaint_risk_of_forces ORDER BY force_id;

-- name: summary_agreement
-- Agreement over all questions, tool by tool
SELECT tool_id, orientation, measured_on, statistic, value, low, high, units, ratings, raters, undefined_resamples, undefined
FROM v_tool_agreement
ORDER BY tool_id, orientation, measured_on, statistic;

-- name: summary_change_tests
-- The tests of change
SELECT tool_id, test, compares, n, statistic, degrees, p, p_low, p_high, effect_name, effect, effect_low, effect_high, undefined
FROM v_change_tests
ORDER BY tool_id, change_test_no;

-- name: summary_baseline
-- The audit that this one was compared with; null without one
SELECT pack, as_of, version FROM baseline;

-- name: summary_change
-- What the comparison found; null without a baseline
SELECT (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'new' AND f.status = 'open') AS new,
       (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'altered' AND f.status = 'open') AS altered,
       (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'persisting' AND f.status = 'open') AS persisting,
       (SELECT count(*) FROM resolved_finding) AS resolved
FROM baseline;

-- name: summary_waivers
-- Every waiver and what became of it
SELECT what, state, findings, was_severity, worse_finding_ids, reason, approved_by_role, expires_on, file, line
FROM v_waivers
ORDER BY waiver_no;

-- name: summary_rule_faults
-- Rules of the user's that could not be used
SELECT file, line, reason FROM rule_fault ORDER BY fault_no;

-- name: summary_notices
-- What the loader wants to be known
SELECT i.name AS file, n.line, n.code, n.message, n.rows
FROM notice n
LEFT JOIN input_file i ON i.file_no = n.file_no
ORDER BY n.notice_no;

-- name: summary_headline
-- Per tool, what the forces say in public
SELECT tool_id, forces, with_position, confirm, deny, ncnd, silent, unread, unknown, sentence, old AS old_positions,
       (SELECT json_group_object(kind, forces) FROM (
            SELECT k.kind, coalesce(s.forces, 0) AS forces
            FROM silence_kind k
            LEFT JOIN temp.page_silence s ON s.kind = k.kind AND s.tool_no = tool_headline.tool_no AND s.request_no = 0
            ORDER BY k.place)) AS silences_json
FROM temp.tool_headline
ORDER BY place;
