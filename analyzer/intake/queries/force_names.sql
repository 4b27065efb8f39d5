SELECT force_no, force_id, name, aliases, regime FROM force ORDER BY force_no;
