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
