-- The tables that can be exported. Used by exports.c, which lists them, and by workbook/xlsxout.c.

-- name: export_findings
SELECT finding_id, rule_id, severity, certainty, status, change, force_id, tool_id, request_id, question_id,
       date, response_ids, acknowledgement_ids, message, remedy, parties, parties_digest, ruling_ids, notes, read_by_machine, matter_id
FROM v_findings
ORDER BY severity_rank DESC, certainty = 'possible', rule_id, force_id, tool_id, request_id, question_id, finding_id;

-- name: export_findings_json
-- As findings.csv, with the identifiers as lists
SELECT v.finding_id, v.rule_id, v.severity, v.certainty, v.status, v.change, v.force_id, v.tool_id, v.request_id,
       v.question_id, v.date,
       (SELECT json_group_array(response_id) FROM (
            SELECT DISTINCT w.response_id
            FROM finding_evidence e JOIN response_wording w ON w.response_no = e.response_no
            WHERE e.finding_no = v.finding_no ORDER BY w.response_id)) AS response_ids_json,
       (SELECT json_group_array(acknowledgement_id) FROM (
            SELECT DISTINCT a.acknowledgement_id
            FROM finding_evidence e JOIN acknowledgement a ON a.acknowledgement_no = e.acknowledgement_no
            WHERE e.finding_no = v.finding_no ORDER BY a.acknowledgement_id)) AS acknowledgement_ids_json,
       v.message, v.remedy,
       (SELECT json_group_array(force_id) FROM (
            SELECT f.force_id
            FROM finding_party p JOIN force f ON f.force_no = p.force_no
            WHERE p.finding_no = v.finding_no ORDER BY p.force_no)) AS parties_json,
       v.parties_digest,
       (SELECT json_group_array(ruling_id) FROM (
            SELECT DISTINCT k.ruling_id
            FROM finding_evidence e JOIN ruling k ON k.ruling_no = e.ruling_no
            WHERE e.finding_no = v.finding_no ORDER BY k.ruling_id)) AS ruling_ids_json,
       (SELECT json_group_array(json_object('kind', kind, 'id', id, 'note', note)) FROM (
            SELECT kind, id, note FROM v_notes n WHERE n.finding_no = v.finding_no ORDER BY kind DESC, id)) AS notes_json,
       (SELECT json_group_array(json_object('response_id', id, 'words', coded_words, 'confidence', coded_confidence)) FROM (
            SELECT DISTINCT e.id, e.coded_words, e.coded_confidence FROM v_evidence e
            WHERE e.finding_no = v.finding_no AND e.coded_by = 'machine' AND v.read_by_machine IS NOT NULL
            ORDER BY e.id)) AS read_by_machine_json, v.matter_id
FROM v_findings v
ORDER BY v.severity_rank DESC, v.certainty = 'possible', v.rule_id, v.force_id, v.tool_id, v.request_id,
         v.question_id, v.finding_id;

-- name: export_matters
SELECT rank, matter_id, severity, certainty, change, rule_ids, force_id, parties, tool_ids, request_ids, question_ids,
       findings, finding_ids, waived_finding_ids, letters, response_ids, first_date, last_date, message, remedy,
       overtaken_by, parties_joined, parties_left, was_matter_ids
FROM v_matters
ORDER BY rank;

-- name: export_matrix
SELECT force_id, tool_id, request_id, question_id, topic, stage, date_responded, stance, partial_ncnd, position,
       qualified, acknowledged, guidance_id, expected_stance, conforms, finding_ids, coded_by, silence
FROM v_matrix
ORDER BY force_id, tool_id, request_id, question_id;

-- name: export_silences
-- Of which forces no position is known, and why; request_id is empty for the tool as the record stands
SELECT tool_id, request_id, force_id, kind, word AS words, response_ids
FROM v_silences
ORDER BY tool_id, request_id, place, force_id;

-- name: export_timeline
-- Tool by tool in order of time, undated ones first; with what each step
-- became inconsistent, in short words and by identifiers
SELECT v.date, v.kind, v.id, v.force_id, v.tool_id, v.request_id, v.question_id, v.stage, v.says, v.position,
       v.step, v.confirming, v.denying, v.ncnd,
       CASE WHEN v.speaks THEN nullif(
           coalesce((SELECT group_concat(words, '; ') FROM (
               SELECT CASE x.kind
                          WHEN 'own-line' THEN 'own line: ' || x.with_id || ' (' || x.other_side || ')'
                          WHEN 'record' THEN iif(x.with_kind = 'letter', 'own letter: ', 'own record: ') || x.with_id
                          WHEN 'collaboration' THEN iif(x.with_kind = 'letter', 'member''s letter: ', 'collaboration''s record: ') || x.with_id
                          ELSE x.effect || ' split' || iif(x.is_expected, ' (explained)', '') || ' with ' || x.forces || ' ' || x.other_side
                               || iif(x.effect = 'joins', ' since ', ': ') || group_concat(x.with_id, ' ') END
                      || iif(min(x.certainty) = 'possible', ' (order possible)', '') AS words
               FROM v_chain_conflicts x
               WHERE x.tool_no = v.tool_no AND x.step = v.step
               GROUP BY x.kind, x.effect, x.other_side, iif(x.kind = 'split', '', x.with_id)
               ORDER BY x.kind, x.other_side, x.with_id)), '')
           || coalesce((SELECT iif(EXISTS (SELECT 1 FROM chain_conflict x WHERE x.tool_no = v.tool_no AND x.step = v.step), '; ', '')
                               || 'advice: ' || s.guidance_id
                        FROM v_chain_steps s
                        WHERE s.tool_no = v.tool_no AND s.step = v.step AND s.conforms = 'no'), ''), '') END AS inconsistent_with,
       v.source_url, v.note, v.coded_by
FROM v_timeline v
ORDER BY v.tool_id, v.day_earliest, v.day_latest, v.kind = 'withdrawal', v.kind = 'ruling', v.kind = 'response', v.step, v.id;

-- name: export_rulings
-- Decisions, with the later ruling that set an order aside, and what was found by them
SELECT k.ruling_id, k.body, k.reference, k.force_id, k.request_id, k.tool_id, k.date, k.outcome, k.about, k.provisions,
       k.ordered, (SELECT s.ruling_id
                   FROM ruling s
                   WHERE k.ordered = 'confirm_or_deny' AND s.ordered IS NOT 'confirm_or_deny' AND s.force_no = k.force_no
                     AND s.tool_no = k.tool_no AND s.request_no IS k.request_no AND s.body IN ('tribunal', 'court')
                     AND s.date_earliest > k.date_latest
                     AND EXISTS (SELECT 1 FROM ruling_for f WHERE f.ruling_no = s.ruling_no)
                   ORDER BY s.date_earliest, s.ruling_id
                   LIMIT 1) AS set_aside_by,
       (SELECT group_concat(finding_id, ';') FROM (
            SELECT DISTINCT fi.finding_id
            FROM finding_evidence e JOIN finding fi ON fi.finding_no = e.finding_no
            WHERE e.ruling_no = k.ruling_no ORDER BY fi.finding_id)) AS finding_ids,
       k.summary, k.source_url, k.retrieved_on
FROM v_rulings k
ORDER BY k.date_earliest, k.date_latest, k.ruling_id;

-- name: export_likeness
-- How far the wording of each answer is that of the others to its question, and of the form of words
SELECT q.request_id, qu.question_id, t.tool_id, f.force_id, w.response_id, c.position, l.runs, l.others, l.alike,
       n.force_id AS nearest_force_id, round(l.nearest, 4) AS nearest_likeness, g.guidance_id AS form_of_guidance_id,
       round(l.share_of_form, 4) AS share_of_form
FROM wording_likeness l
JOIN unit u ON u.unit_no = l.unit_no
JOIN cell c ON c.unit_no = l.unit_no AND c.force_no = l.force_no
JOIN request q ON q.request_no = u.request_no
LEFT JOIN question qu ON qu.question_no = u.question_no
JOIN tool t ON t.tool_no = u.tool_no
JOIN force f ON f.force_no = l.force_no
JOIN force n ON n.force_no = l.nearest_no
JOIN response_wording w ON w.response_no = l.response_no
LEFT JOIN guidance g ON g.guidance_no = l.guidance_no
ORDER BY q.request_id, qu.question_id, t.tool_id, f.force_id;

-- name: export_rejects
SELECT i.name AS file, r.line, r.column_name AS "column", r.code, r.value, r.message, r.suggestion
FROM reject r
JOIN input_file i ON i.file_no = r.file_no
ORDER BY i.name, r.line, r.column_name, r.code, r.reject_no;

-- name: export_forces
-- P_use is what the exposure model gives; ncnd_share is the 95 % interval of the
-- share of users among the tool's NCND forces, before evidence of a force's own.
SELECT n.force_id, n.tool_id, n.public_position, n.qualified, n.stands_on, n.letters, n.with_position, n.judged, n.conforming,
       n.critical, n.high, n.medium, n.low, n.info,
       n.third_party AS third_party_acknowledgements, n.collaboration AS collaboration_acknowledgements,
       fixed(n.p_use, 6) AS p_use,
       CASE WHEN n.public_position = 'ncnd' AND n.p_use IS NOT NULL THEN fixed(1.0 * x.users_low / x.ncnd, 6) END AS ncnd_share_low,
       CASE WHEN n.public_position = 'ncnd' AND n.p_use IS NOT NULL THEN fixed(1.0 * x.users_high / x.ncnd, 6) END AS ncnd_share_high, fixed(n.complaint_risk, 6) AS complaint_risk, n.complaint_matters,
       fixed(coalesce(f.complaint_risk, 0), 6) AS complaint_risk_of_force, n.silence, y.year AS position_year,
       CASE y.is_old WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS position_is_old,
       l.response_id AS latest_response_id, l.date_responded AS latest_date, l.position AS latest_position, l.conforms AS latest_conforms
FROM v_force_numbers n
LEFT JOIN v_position_age y ON y.force_no = n.force_no AND y.tool_no = n.tool_no
LEFT JOIN v_latest_letters l ON l.force_no = n.force_no AND l.tool_no = n.tool_no
LEFT JOIN exposure x ON x.tool_no = n.tool_no
LEFT JOIN v_complaint_risk_of_forces f ON f.force_no = n.force_no
ORDER BY n.force_id, n.tool_id;

-- name: export_complaint_risk
-- What the complaint risk of each force is made of
SELECT force_id, tool_id, matter_id, finding_id, rule_id, severity, certainty, fixed(weight, 3) AS weight,
       CASE counts WHEN 1 THEN 'yes' ELSE 'no' END AS counts
FROM v_complaint_parts
ORDER BY force_id, place, counts DESC, tool_id, finding_id;

-- name: export_exposure
-- The first columns are those of RISK.md section 1; c, d and n count forces
-- that confirm, deny and answer NCND. The band is that of the least and the most users.
WITH band AS (
    SELECT tool_no, max(forces) AS forces, max(undetermined) AS undetermined, min(users) AS least, max(users) AS most
    FROM accounting_band
    GROUP BY tool_no
)
SELECT e.tool_id, e.confirming AS c, e.denying AS d, e.ncnd AS n, fixed(e.p_use, 6) AS p_use_given_ncnd,
       fixed(e.prior_bits, 6) AS prior_bits, fixed(e.posterior_bits, 6) AS posterior_bits,
       fixed(e.leaked_bits, 6) AS leaked_bits, e.users_low AS k_low, e.users_high AS k_high,
       fixed(e.decodability, 6) AS decodability_ratio, fixed(e.min_entropy_leakage, 6) AS min_entropy_leakage,
       e.draws, fixed(e.leaked_low, 6) AS leaked_bits_low, fixed(e.leaked_high, 6) AS leaked_bits_high,
       fixed(e.p_use_low, 6) AS p_use_low, fixed(e.p_use_high, 6) AS p_use_high,
       b.forces AS territorial_forces, b.undetermined, l.users AS least_users, m.users AS most_users,
       fixed(l.p_use, 6) AS band_p_use_least, fixed(m.p_use, 6) AS band_p_use_most,
       fixed(l.map_bits, 6) AS map_bits_least, fixed(l.all_bits, 6) AS all_bits_least,
       fixed(m.map_bits, 6) AS map_bits_most, fixed(m.all_bits, 6) AS all_bits_most
FROM v_exposure e
LEFT JOIN band b ON b.tool_no = e.tool_no
LEFT JOIN accounting_band l ON l.tool_no = e.tool_no AND l.users = b.least
LEFT JOIN accounting_band m ON m.tool_no = e.tool_no AND m.users = b.most
ORDER BY e.tool_id;

-- name: export_whatif
-- What each change of one public position would give away
SELECT tool_id, force_id, from_position, to_position, others_ncnd,
       fixed(p_use_before, 6) AS p_use_before, fixed(p_use_after, 6) AS p_use_after,
       fixed(share_low, 6) AS p_use_after_low, fixed(share_high, 6) AS p_use_after_high,
       fixed(decodability_before, 6) AS decodability_before, fixed(decodability_after, 6) AS decodability_after,
       fixed(leaked_before, 6) AS leaked_bits_before, fixed(leaked_after, 6) AS leaked_bits_after,
       fixed(others_bits, 6) AS bits_about_others, fixed(band_low, 6) AS band_shift_least,
       fixed(band_high, 6) AS band_shift_most
FROM v_whatif
ORDER BY tool_id, force_id, from_position, to_position;

-- name: export_corrections
-- The one letter whose change would lower a tool's leaked bits, or a force's
-- complaint risk, most
SELECT aim, tool_id, force_id, response_id, request_id, stage, date_responded, position, to_position,
       fixed(before, 6) AS before, fixed(after, 6) AS after
FROM v_corrections
ORDER BY aim DESC, before - after DESC, tool_id, force_id;

-- name: export_agreement
-- One row a question with two answers or more
SELECT request_id, question_id, tool_id, topic, answers AS n, confirming AS confirm, denying AS deny, ncnd,
       modal_position, fixed(modal_share, 6) AS modal_share, fixed(modal_low, 6) AS modal_share_low,
       fixed(modal_high, 6) AS modal_share_high, fixed(agreement, 6) AS agreement,
       fixed(entropy_bits, 6) AS entropy_bits, fixed(explained_bits, 6) AS explained_bits,
       judged, conforming, fixed(conforming_low, 6) AS conforming_share_low,
       fixed(conforming_high, 6) AS conforming_share_high,
       fixed(conformance_agreement, 6) AS conformance_agreement
FROM v_unit_agreement
ORDER BY tool_id, request_id, question_id;

-- name: export_tool_agreement
SELECT tool_id, orientation, measured_on, statistic, fixed(value, 6) AS value, fixed(low, 6) AS low,
       fixed(high, 6) AS high, units, ratings, raters, undefined_resamples, undefined
FROM v_tool_agreement
ORDER BY tool_id, orientation, measured_on DESC, statistic;

-- name: export_change_tests
SELECT tool_id, test, compares, n, fixed(statistic, 6) AS statistic, degrees, p,
       p_low, p_high, effect_name, fixed(effect, 6) AS effect,
       fixed(effect_low, 6) AS effect_low, fixed(effect_high, 6) AS effect_high, undefined
FROM v_change_tests
ORDER BY tool_id, change_test_no;
