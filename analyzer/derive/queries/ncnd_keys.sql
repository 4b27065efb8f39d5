SELECT set_no, regime, ncnd_key FROM exemption_set ORDER BY set_no
