SELECT 'parameter', name, value, low, high FROM parameter ORDER BY parameter_no;
SELECT 'setting', users_low, users_high, seed, draws, (SELECT count(*) FROM force WHERE kind = 'territorial')
FROM measure_setting;
SELECT 'tool', tool_id FROM v_exposure;
-- A qualified denial leaves the world in doubt and counts as NCND (SEMANTICS 47).
SELECT 'answer', p.tool_id, p.force_id, iif(p.qualified = 'yes', 'ncnd', p.position), p.acknowledgement_no IS NOT NULL, coalesce(f.kind = 'territorial', 0),
       (SELECT count(DISTINCT k.acknowledgement_no) FROM acknowledgement_for k
        JOIN acknowledgement a ON a.acknowledgement_no = k.acknowledgement_no AND a.force_no = k.force_no
        WHERE k.force_no = p.force_no AND k.tool_no = p.tool_no AND k.level = 'third_party'
          AND (SELECT as_of_day FROM audit) BETWEEN k.certain_from AND k.certain_to
          AND NOT EXISTS (SELECT 1 FROM acknowledgement_for j
                          WHERE j.force_no = k.force_no AND j.tool_no = k.tool_no AND j.level = 'collaboration'
                            AND j.acknowledgement_no = k.acknowledgement_no
                            AND (SELECT as_of_day FROM audit) BETWEEN j.certain_from AND j.certain_to)),
       (SELECT count(DISTINCT k.acknowledgement_no) FROM acknowledgement_for k
        WHERE k.force_no = p.force_no AND k.tool_no = p.tool_no AND k.level = 'collaboration'
          AND (SELECT as_of_day FROM audit) BETWEEN k.certain_from AND k.certain_to)
FROM v_public_positions p
JOIN force f ON f.force_no = p.force_no
ORDER BY p.tool_id, p.force_id;
