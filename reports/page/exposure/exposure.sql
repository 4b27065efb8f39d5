-- name: page_exposure
-- What the answers about each tool shown give away
WITH ends AS (
    SELECT tool_no, min(users) AS least, max(users) AS most FROM accounting_band GROUP BY tool_no
)
SELECT t.tool_no, t.tool, e.confirming, e.denying, e.ncnd, e.confirming + e.denying + e.ncnd AS stated,
       b.forces AS territorial, b.undetermined, x.least, x.most,
       CASE WHEN l.p_use IS NOT NULL THEN fixed(100 * l.p_use, 1) END AS chance_least,
       fixed(100 * m.p_use, 1) AS chance_most, s.users_low AS asked_low, s.users_high AS asked_high,
       nullif(x.least > s.users_high OR x.most < s.users_low, 0) AS contradicted,
       nullif(x.least <> s.users_low OR x.most <> s.users_high, 0) AS narrowed, b.confirming AS map_confirming,
       b.denying AS map_denying,
       fixed(100 * e.p_use, 1) AS share, e.users_low, e.users_high,
       fixed(100 * e.p_use_low, 1) AS share_low, fixed(100 * e.p_use_high, 1) AS share_high,
       fixed(e.decodability, 2) AS ratio, fixed(e.prior_bits, 2) AS prior_bits,
       fixed(e.posterior_bits, 2) AS posterior_bits, fixed(e.leaked_bits, 2) AS leaked_bits,
       fixed(e.leaked_low, 2) AS leaked_low, fixed(e.leaked_high, 2) AS leaked_high,
       fixed(e.min_entropy_leakage, 2) AS min_entropy_leakage, e.draws, nullif(e.withheld, 0) AS withheld,
       (SELECT nullif(count(*), 0) FROM public_position p WHERE p.tool_no = t.tool_no AND p.qualified) AS qualified,
       (SELECT count(*) || plural(count(*), ' force denies', ' forces deny') || ' open use and neither '
               || plural(count(*), 'confirms nor denies', 'confirm nor deny') || ' the rest (a qualified denial)'
        FROM public_position p WHERE p.tool_no = t.tool_no AND p.qualified) AS qualified_words,
       (SELECT nullif(count(*), 0) FROM whatif w WHERE w.tool_no = t.tool_no AND NOT e.withheld) AS changes
FROM temp.page_tool t
JOIN exposure e ON e.tool_no = t.tool_no
CROSS JOIN measure_setting s
LEFT JOIN ends x ON x.tool_no = t.tool_no
LEFT JOIN accounting_band l ON l.tool_no = t.tool_no AND l.users = x.least
LEFT JOIN accounting_band m ON m.tool_no = t.tool_no AND m.users = x.most
LEFT JOIN accounting_band b ON b.tool_no = t.tool_no AND b.users = x.least
WHERE t.is_shown
ORDER BY t.place;

-- name: page_band
-- Scenarios of one tool: both ends, and every fifth number between
SELECT users, coalesce(fixed(100 * p_use, 1) || ' %', '-') AS chance, coalesce(fixed(map_bits, 1), '-') AS map_bits,
       fixed(all_bits, 1) AS all_bits, coalesce('+' || fixed(100 * denial_adds, 2), '-') AS denial_adds,
       coalesce(fixed(100 * p_after_confirmation, 1) || ' %', '-') AS after_confirmation
FROM (SELECT *, min(users) OVER () AS least, max(users) OVER () AS most FROM accounting_band WHERE tool_no = :tool_no)
WHERE users IN (least, most) OR (users % 5 = 0)
ORDER BY users
LIMIT 12;

-- name: page_swings
-- The assumptions of one tool, the one that matters most first
SELECT replace(parameter, '_', ' ') AS parameter, meaning, printf('%g', value) AS value, printf('%g', low) AS low,
       printf('%g', high) AS high, fixed(leaked_at_low, 2) AS at_low, fixed(leaked_at_high, 2) AS at_high
FROM v_exposure_swings
WHERE tool_no = :tool_no
ORDER BY abs(leaked_at_high - leaked_at_low) DESC, parameter_no;

-- name: page_whatif
-- What one changed answer would give away. Forces of which the same holds share a row.
SELECT count(*) AS n, from_position, to_position, others_ncnd,
       coalesce(fixed(100 * p_use_before, 1) || ' %', '-') AS share_before,
       coalesce(fixed(100 * p_use_after, 1) || ' % (' || fixed(100 * share_low, 0) || ' to ' || fixed(100 * share_high, 0) || ')', '-')
           AS share_after,
       coalesce(fixed(decodability_after, 2), '-') AS ratio_after, coalesce(fixed(leaked_after, 2), '-') AS leaked_after,
       coalesce(fixed(others_bits, 2), '-') AS others_bits,
       (SELECT group_concat(name, ', ') FROM (
            SELECT substr(f.name, 1, 200) AS name
            FROM whatif o JOIN force f ON f.force_no = o.force_no
            WHERE o.tool_no = w.tool_no AND o.from_position = w.from_position AND o.to_position = w.to_position
              AND o.others_ncnd = w.others_ncnd AND o.p_use_after IS w.p_use_after AND o.leaked_after IS w.leaked_after
            ORDER BY f.name, f.force_id LIMIT 60)) AS names
FROM v_whatif w
WHERE tool_no = :tool_no
GROUP BY from_position, to_position, others_ncnd, p_use_after, leaked_after, others_bits
ORDER BY from_position = 'ncnd' DESC, from_position, to_position, others_bits DESC, n DESC, leaked_after
LIMIT 40;

-- name: page_correction
-- The one letter whose change would lower the tool's leaked bits most
SELECT f.name AS force, w.response_id, coalesce(l.date_responded, not_dated(l.received_earliest, l.received_latest, r.retrieved_earliest, r.retrieved_latest)) AS date_responded, c.to_position,
       fixed(c.before, 2) AS before, fixed(c.after, 2) AS after
FROM correction c
JOIN force f ON f.force_no = c.force_no
JOIN letter l ON l.letter_no = c.letter_no
JOIN response_wording w ON w.response_no = l.response_no
JOIN response r ON r.response_no = l.response_no
WHERE c.aim = 'exposure' AND c.tool_no = :tool_no
ORDER BY c.correction_no;
