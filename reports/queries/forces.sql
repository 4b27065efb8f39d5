-- forces.csv. p_use is what the exposure model gives; ncnd_share is the 95 % interval of the
-- share of users among the tool's NCND forces, before evidence of a force's own.
SELECT n.force_id, n.tool_id, n.public_position, n.stands_on, n.letters, n.with_position, n.judged, n.conforming,
       n.critical, n.high, n.medium, n.low, n.info,
       n.third_party AS third_party_acknowledgements, n.collaboration AS collaboration_acknowledgements,
       fixed(n.p_use, 6) AS p_use,
       CASE WHEN n.public_position = 'ncnd' AND n.p_use IS NOT NULL THEN fixed(1.0 * x.users_low / x.ncnd, 6) END AS ncnd_share_low,
       CASE WHEN n.public_position = 'ncnd' AND n.p_use IS NOT NULL THEN fixed(1.0 * x.users_high / x.ncnd, 6) END AS ncnd_share_high, fixed(n.compliance, 6) AS compliance, n.causes,
       fixed(coalesce(f.compliance, 0), 6) AS compliance_of_force
FROM v_force_numbers n
LEFT JOIN exposure x ON x.tool_no = n.tool_no
LEFT JOIN v_compliance_of_forces f ON f.force_no = n.force_no
ORDER BY n.force_id, n.tool_id
