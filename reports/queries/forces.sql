-- forces.csv
SELECT n.force_id, n.tool_id, n.public_position, n.stands_on, n.letters, n.with_position, n.judged, n.conforming,
       n.critical, n.high, n.medium, n.low, n.info,
       n.third_party AS third_party_acknowledgements, n.collaboration AS collaboration_acknowledgements,
       fixed(n.p_use, 6) AS p_use, fixed(n.compliance, 6) AS compliance, n.causes,
       fixed(coalesce(f.compliance, 0), 6) AS compliance_of_force
FROM v_force_numbers n
LEFT JOIN v_compliance_of_forces f ON f.force_no = n.force_no
ORDER BY n.force_id, n.tool_id
