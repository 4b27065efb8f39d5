DROP INDEX carried_value_by_line;
