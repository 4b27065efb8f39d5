-- What was asked for: a row, which scope.c writes.
CREATE TEMP TABLE bag_scope (force_no INTEGER NOT NULL, request_no INTEGER, tool_no INTEGER);
