-- What the rows of 1-sources.sql are and what becomes of them.

-- Every row of a table in its one place. Rows = data + others; of data: pack + left_out + rejected + duplicate.
CREATE TABLE import_row (
    row_no      INTEGER PRIMARY KEY REFERENCES source_row,
    part        TEXT NOT NULL CHECK (part IN ('title', 'header', 'heading', 'total', 'data')),
    fate        TEXT CHECK (fate IN ('pack', 'left_out', 'rejected', 'duplicate')), -- NULL: not yet settled
    reason      TEXT,                    -- why it is not in the pack, in words for people
    into_row_no INTEGER REFERENCES source_row -- duplicate: of which row it is a part, or says the same
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
