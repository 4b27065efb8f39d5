-- What loading the answers leaves for later looks at them, so that none has to go over all of them again (asked.h).

-- Answers that are not dated to the day; row numbers in response.
CREATE TEMP TABLE inexact_response (
    response_no INTEGER PRIMARY KEY
) STRICT;

-- A row for each request and tool that answers are about; the first and the last day of those answers, NULL where none
-- has a date.
CREATE TEMP TABLE asked (
    request_no INTEGER NOT NULL,
    tool_no    INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    days_earliest INTEGER,
    days_latest   INTEGER
) STRICT;
