-- The records of one JSON file, while it is read.
CREATE TABLE IF NOT EXISTS temp.json_record (
    record_no INTEGER PRIMARY KEY,
    path      TEXT NOT NULL,             -- '/releases/3'
    kind      TEXT NOT NULL,             -- release, compiled, request, event, plain
    json      TEXT NOT NULL
) STRICT;
