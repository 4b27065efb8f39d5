-- Which two audits.
SELECT o.pack AS old_pack, o.as_of AS old_as_of, o.version AS old_version,
       n.pack AS new_pack, n.as_of AS new_as_of, n.version AS new_version
FROM baseline o
CROSS JOIN audit n
