SELECT (SELECT count(*) FROM finding_change WHERE change = 'new') AS new,
       (SELECT count(*) FROM finding_change WHERE change = 'persisting') AS persisting,
       (SELECT count(*) FROM resolved_finding) AS resolved
