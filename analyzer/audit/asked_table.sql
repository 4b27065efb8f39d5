-- A row for each request and tool that answers are about (asked.h); the first and the last day of those answers, NULL
-- where none has a date.
CREATE TEMP TABLE asked (
    request_no INTEGER NOT NULL,
    tool_no    INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    days_earliest INTEGER,
    days_latest   INTEGER
) STRICT;
