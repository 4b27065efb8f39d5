-- What changed since the baseline; no row without one
SELECT pack, as_of, new, altered, persisting, resolved, inputs, nullif(rules, 0) AS rules,
       nullif(min(new, 50), 0) AS new_listed, nullif(max(new - 50, 0), 0) AS new_further,
       nullif(min(altered_all, 50), 0) AS altered_listed, nullif(max(altered_all - 50, 0), 0) AS altered_further,
       nullif(min(resolved, 50), 0) AS resolved_listed, nullif(max(resolved - 50, 0), 0) AS resolved_further,
       nullif(min(inputs, 50), 0) AS inputs_listed, nullif(max(inputs - 50, 0), 0) AS inputs_further
FROM (SELECT pack, as_of,
             (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
              WHERE c.change = 'new' AND f.status = 'open') AS new,
             (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
              WHERE c.change = 'altered' AND f.status = 'open') AS altered,
             (SELECT count(*) FROM finding_change WHERE change = 'altered') AS altered_all,
             (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
              WHERE c.change = 'persisting' AND f.status = 'open') AS persisting,
             (SELECT count(*) FROM resolved_finding) AS resolved,
             (SELECT count(*) FROM input_change) AS inputs,
             (SELECT count(*) FROM rule_change) AS rules
      FROM baseline);
