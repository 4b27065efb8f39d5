-- A repeated identity counts once.
CREATE TEMP TABLE old_row (file_kind TEXT, row_id TEXT, force_id TEXT, tool_id TEXT, request_id TEXT, content TEXT,
                           PRIMARY KEY (file_kind, row_id)) WITHOUT ROWID;
CREATE TEMP TABLE new_row (file_kind TEXT, row_id TEXT, force_id TEXT, tool_id TEXT, request_id TEXT, content TEXT,
                           PRIMARY KEY (file_kind, row_id)) WITHOUT ROWID;
