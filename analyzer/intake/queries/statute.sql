SELECT exemption_no, regime, citation, is_ncnd, harm_test_needed, pit_needed, kind = 'procedural'
FROM exemption
WHERE regime IN ('FOIA', 'FOISA')
ORDER BY exemption_no;
