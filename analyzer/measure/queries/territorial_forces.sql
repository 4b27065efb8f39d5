SELECT count(*) FROM force WHERE kind IS 'territorial'
