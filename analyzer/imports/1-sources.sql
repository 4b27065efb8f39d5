-- What stands in the files that somebody else's program or hand has written, cell by cell, in a database of
-- its own (`concord import`). Nothing is interpreted here: title rows, heading rows and totals are rows like others,
-- dates are kept as they stand but for day numbers of a spreadsheet, which are days.

-- A file given on the command line, or a file of a folder given there, in that order.
CREATE TABLE source_file (
    file_no INTEGER PRIMARY KEY,
    in_file TEXT NOT NULL,               -- as the user named it; of a folder's, behind the name of the folder
    sha256  TEXT,                        -- of its bytes; NULL: there were none
    kind    TEXT NOT NULL,               -- csv, xlsx, html, json, atom; 'none' where it could not be read
    reason  TEXT                         -- why nothing of it could be read; NULL: it was read
) STRICT;

-- A sheet, a table or list of a page, a list of records of a JSON file, the entries of a feed; of a CSV file one.
CREATE TABLE source_table (
    table_no     INTEGER PRIMARY KEY,
    file_no      INTEGER NOT NULL REFERENCES source_file,
    name         TEXT,                   -- of the sheet; 'table 2'; NULL where the file is the table
    title        TEXT,                   -- caption of the table, else title of the page or feed
    address      TEXT,                   -- where the page or feed says that it stands (canonical, self)
    has_headings INTEGER NOT NULL CHECK (has_headings IN (0, 1)), -- its first row names the columns for certain (JSON, Atom)
    is_hidden    INTEGER NOT NULL CHECK (is_hidden IN (0, 1))
) STRICT;

-- A row of cells, in the order of the file; numbers go on over all files. A row without any cell is none.
CREATE TABLE source_row (
    row_no    INTEGER PRIMARY KEY,
    table_no  INTEGER NOT NULL REFERENCES source_table,
    line      INTEGER,                   -- of its first byte in the file; of a sheet its row; NULL: neither
    record    TEXT,                      -- where there is a better name than the line: 'Sheet1!A7', '/releases/3', an entry's id
    is_hidden INTEGER NOT NULL CHECK (is_hidden IN (0, 1)),
    is_marked INTEGER NOT NULL CHECK (is_marked IN (0, 1)) -- the file itself says that it is a heading (thead, th)
) STRICT;
CREATE INDEX source_row_of_table ON source_row (table_no);

-- Empty cells are not stored. A merged cell is stored in each row and column that it covers.
CREATE TABLE source_cell (
    row_no    INTEGER NOT NULL REFERENCES source_row,
    column_no INTEGER NOT NULL,          -- from 1
    words     TEXT NOT NULL,             -- without spaces at the ends; UTF-8; may be '' where only the link counts
    kind      TEXT NOT NULL CHECK (kind = 'text' OR kind = 'number' OR kind = 'day' OR kind = 'boolean' OR kind = 'error'), -- day: words is 2024-12-31
    link      TEXT,                      -- absolute where the page says where it stands
    comment   TEXT,
    is_filled INTEGER NOT NULL CHECK (is_filled IN (0, 1)), -- covered by a merged cell that began elsewhere
    PRIMARY KEY (row_no, column_no)
) STRICT, WITHOUT ROWID;

-- What must be said of a file though nothing of it is lost.
CREATE TABLE source_notice (
    file_no INTEGER NOT NULL REFERENCES source_file,
    line    INTEGER,
    code    TEXT NOT NULL,               -- hidden-sheet, hidden-row, comment, error-cell, encoding ...
    words   TEXT NOT NULL
) STRICT;
