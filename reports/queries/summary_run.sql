-- summary.json: which run this is
SELECT version, pack, label, as_of, options
FROM audit;
