SELECT force_no, regime FROM force ORDER BY force_no
