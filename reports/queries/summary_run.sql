-- summary.json: which run this is
SELECT version, pack, label, marking, as_of, options
FROM audit;
