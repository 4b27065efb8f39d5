-- What changed since the baseline; no row without one.
SELECT pack, coalesce(as_of, 'no date'),
       (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'new' AND f.status = 'open'),
       (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'altered' AND f.status = 'open'),
       (SELECT count(*) FROM finding_change c JOIN finding f ON f.finding_id = c.finding_id
        WHERE c.change = 'persisting' AND f.status = 'open'),
       (SELECT count(*) FROM resolved_finding),
       pack <> (SELECT pack FROM audit), as_of > (SELECT as_of FROM audit)
FROM baseline
