-- What the rows of 1-sources.sql are and what becomes of them.

-- Every row of a table in its one place. Rows = pack + left_out + rejected + duplicate + those that name the columns.
CREATE TABLE import_row (
    row_no      INTEGER PRIMARY KEY REFERENCES source_row,
    part        TEXT NOT NULL CHECK (part = 'columns' OR part = 'title' OR part = 'header' OR part = 'heading' OR part = 'total' OR part = 'data'), -- columns: it names them
    fate        TEXT CHECK (fate = 'pack' OR fate = 'left_out' OR fate = 'rejected' OR fate = 'duplicate'), -- NULL: not yet settled
    reason      TEXT,                    -- why it is not in the pack, in words for people
    into_row_no INTEGER REFERENCES source_row, -- duplicate: of which row it is a part, or says the same
    words       TEXT                     -- what stands in it, without persons, for left-out.csv
) STRICT;

-- The fields of a row of data: its cells by what the mapping calls their columns ("force", "outcome",
-- "date_responded"), constants, what a heading row above says. Which fields there are is the mapping's.
CREATE TABLE import_field (
    row_no    INTEGER NOT NULL REFERENCES import_row,
    field     TEXT NOT NULL,
    words     TEXT NOT NULL,
    kind      TEXT NOT NULL,             -- of the cell
    link      TEXT,
    comment   TEXT,
    column_no INTEGER,                   -- NULL: a constant, or from a heading row
    PRIMARY KEY (row_no, field)
) STRICT, WITHOUT ROWID;

-- The columns of each table, and which field each is; NULL: none.
CREATE TABLE import_column (
    table_no  INTEGER NOT NULL REFERENCES source_table,
    column_no INTEGER NOT NULL,
    heading   TEXT NOT NULL,
    field     TEXT,
    is_known  INTEGER NOT NULL,          -- 0: nobody said what it is
    PRIMARY KEY (table_no, column_no)
) STRICT, WITHOUT ROWID;

-- Words that no rule knew, for the mapping file to fill in.
CREATE TABLE import_unmapped (
    field  TEXT NOT NULL,
    words  TEXT NOT NULL,
    rows   INTEGER NOT NULL,
    row_no INTEGER NOT NULL,             -- the first
    PRIMARY KEY (field, words)
) STRICT, WITHOUT ROWID;

-- Lines of the user's mapping file that mean nothing, or did nothing.
CREATE TABLE import_map_note (
    line   INTEGER NOT NULL,
    rule   TEXT NOT NULL,
    field  TEXT NOT NULL,
    value  TEXT NOT NULL,                -- what the line is about
    reason TEXT NOT NULL,
    advice TEXT NOT NULL
) STRICT;

-- A row of a file of the pack; several may come from one row of an export.
CREATE TABLE pack_row (
    pack_row_no INTEGER PRIMARY KEY,
    row_no      INTEGER NOT NULL REFERENCES import_row,
    file        TEXT NOT NULL CHECK (file = 'responses' OR file = 'acknowledgements' OR file = 'circulation'),
    id          TEXT NOT NULL,           -- of a response or an acknowledgement; of a circulation what is its key
    columns     TEXT NOT NULL,           -- JSON: column to words
    line        INTEGER,                 -- of the file as it was tried; NULL: not there
    is_refused  INTEGER NOT NULL DEFAULT 0,
    review      TEXT,                    -- why a person must look at it
    other_stance TEXT,                   -- what it may be else
    outcome     TEXT,                    -- the words that decided
    outcome_sha256 TEXT,
    letter_no   INTEGER                  -- of read_letter: its letter was read; NULL: none
) STRICT;
CREATE INDEX pack_row_by_id ON pack_row (file, id);

-- Requests that rows name, with what the export says about them.
CREATE TABLE pack_request (
    request_id TEXT PRIMARY KEY,
    title      TEXT NOT NULL,
    tool_id    TEXT,
    source_url TEXT
) STRICT, WITHOUT ROWID;

-- Why rows of an export are not in the pack, fault by fault.
CREATE TABLE import_reject (
    reject_no   INTEGER PRIMARY KEY,
    row_no      INTEGER NOT NULL REFERENCES import_row,
    column_name TEXT,
    code        TEXT NOT NULL,
    value       TEXT,
    message     TEXT NOT NULL,
    suggestion  TEXT
) STRICT;

-- Of a row that is in the pack, what of it is not: one of several bodies in a cell.
CREATE TABLE import_left_part (
    row_no INTEGER NOT NULL REFERENCES import_row,
    words  TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
