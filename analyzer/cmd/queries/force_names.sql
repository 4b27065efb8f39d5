SELECT force_no, force_id, name, aliases, kind IS 'territorial' FROM force ORDER BY force_no
