-- Every figure that the program told, under the names that recompute/*.awk give them.
SELECT 'accounting_band ' || tool_id || ' ' || users || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM v_accounting_band, json_each(json_object('p_use', p_use, 'map_bits', map_bits, 'all_bits', all_bits, 'denial_adds', denial_adds, 'p_after_confirmation', p_after_confirmation)) j;
SELECT 'exposure ' || tool_id || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM v_exposure, json_each(json_object('p_use', p_use, 'users_low', users_low, 'users_high', users_high, 'decodability', decodability, 'prior_bits', prior_bits, 'posterior_bits', posterior_bits, 'leaked_bits', leaked_bits, 'min_entropy_leakage', min_entropy_leakage)) j;
SELECT 'exposure ' || tool_id || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM v_exposure, json_each(json_object('leaked_low', leaked_low, 'leaked_high', leaked_high, 'p_use_low', p_use_low, 'p_use_high', p_use_high)) j WHERE confirming + denying + ncnd > 0;
SELECT 'force_exposure ' || t.tool_id || ' ' || f.force_id || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM force_exposure e JOIN tool t USING (tool_no) JOIN force f USING (force_no), json_each(json_object('p_use', e.p_use)) j;
SELECT 'exposure_swing ' || tool_id || ' ' || parameter || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM v_exposure_swings, json_each(json_object('leaked_at_low', leaked_at_low, 'leaked_at_high', leaked_at_high)) j
WHERE tool_id IN (SELECT tool_id FROM v_exposure WHERE confirming + denying + ncnd > 0);
SELECT 'whatif ' || tool_id || ' ' || force_id || ' ' || from_position || ' ' || to_position || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM v_whatif, json_each(json_object('others_ncnd', others_ncnd, 'p_use_before', p_use_before, 'p_use_after', p_use_after, 'share_low', share_low, 'share_high', share_high, 'decodability_after', decodability_after, 'leaked_after', leaked_after, 'others_bits', others_bits, 'band_low', band_low, 'band_high', band_high)) j;
SELECT 'correction exposure ' || tool_id || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM v_corrections, json_each(json_object('before', before, 'after', after)) j WHERE aim = 'exposure';
SELECT 'correction complaint_risk ' || force_id || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM v_corrections, json_each(json_object('before', before, 'after', after)) j WHERE aim = 'complaint_risk';
SELECT 'complaint_part ' || finding_id || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM v_complaint_parts, json_each(json_object('weight', weight)) j;
SELECT 'complaint_risk ' || f.force_id || ' ' || t.tool_id || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM v_complaint_risk c JOIN force f USING (force_no) JOIN tool t USING (tool_no), json_each(json_object('index', c.complaint_risk)) j;
SELECT 'complaint_risk_of_force ' || force_id || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM v_complaint_risk_of_forces, json_each(json_object('index', complaint_risk)) j;
SELECT 'unit_agreement ' || tool_id || ' ' || request_id || ' ' || coalesce(question_id, '-') || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM v_unit_agreement, json_each(json_object('answers', answers, 'modal_share', modal_share, 'modal_low', modal_low, 'modal_high', modal_high, 'agreement', agreement, 'entropy_bits', entropy_bits, 'explained_bits', explained_bits, 'judged', judged, 'conforming', conforming, 'conforming_low', conforming_low, 'conforming_high', conforming_high, 'conformance_agreement', conformance_agreement)) j;
SELECT 'tool_agreement ' || tool_id || ' ' || orientation || ' ' || measured_on || ' ' || statistic || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM v_tool_agreement a, json_each(json_object('value', a.value, 'low', low, 'high', high, 'undefined_resamples', undefined_resamples)) j;
SELECT 'tool_dispersion ' || t.tool_id || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM tool_dispersion d JOIN tool t USING (tool_no), json_each(json_object('entropy_bits', entropy_bits, 'explained_bits', explained_bits)) j;
SELECT 'change_test ' || tool_id || ' ' || test || ' ' || compares || ' ' || j.key, CASE WHEN j.value IS NULL THEN '' ELSE printf('%.17g', j.value) END
FROM v_change_tests, json_each(json_object('n', n, 'statistic', statistic, 'degrees', degrees, 'p', p, 'effect', effect, 'effect_low', effect_low, 'effect_high', effect_high)) j;
