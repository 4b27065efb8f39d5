-- What was read: the files, the reference data in force, the facts of the
-- responses, and everything that could not be taken. Nothing here is derived.
--
-- Conventions, here and in 3-meaning.sql:
--   *_no   integer key of this database; *_id identifier as the file in force spells it
--   a date is an interval of days since 1970-01-01: X_earliest and X_latest, both
--          inclusive, both NULL where the date is not known; the generated column
--          date_X shows it as 2024-12-09, 2024-12 or 2024
--   yes/no 1, 0 and NULL for not known
-- A CHECK on a column of a large table is written with OR: SQLite makes a table of a list of three
-- words or more anew for each row.
-- Foreign keys are declared everywhere and checked by the tests on every case;
-- enforcement is off while a run loads, since codes come from these very tables.

CREATE TABLE audit (
    only_one    INTEGER PRIMARY KEY CHECK (only_one = 1),
    version     TEXT NOT NULL,           -- of the program
    schema_version INTEGER NOT NULL,
    pack        TEXT NOT NULL,           -- folder or file name as given, without its path
    label       TEXT,                    -- from the pack's label.txt, shown on every page ("invented data")
    as_of_day   INTEGER,                 -- NULL: no date at all in the pack
    as_of       TEXT GENERATED ALWAYS AS (date(as_of_day * 86400, 'unixepoch')) VIRTUAL,
    as_of_given INTEGER NOT NULL,        -- 1: by --as-of; 0: the latest of the dates of SEMANTICS 8
    options     TEXT NOT NULL,           -- the options that shape the result, as typed
    marking     TEXT,                    -- --marking: at head and foot of every output ("OFFICIAL-SENSITIVE")
    old_after   INTEGER NOT NULL DEFAULT 3 -- --old-after: years after which a position counts as old
) STRICT;

CREATE TABLE input_file (
    file_no   INTEGER PRIMARY KEY,
    name      TEXT NOT NULL,             -- responses.csv
    kind      TEXT NOT NULL,             -- which file of the contract
    origin    TEXT NOT NULL CHECK (origin IN ('pack', 'reference')),
    encoding  TEXT NOT NULL,             -- UTF-8, UTF-16LE, UTF-16BE, Windows-1252
    sha256    TEXT NOT NULL,
    bytes     INTEGER NOT NULL,
    read      INTEGER NOT NULL DEFAULT 0, -- data rows, without header and blank lines
    accepted  INTEGER NOT NULL DEFAULT 0,
    duplicate INTEGER NOT NULL DEFAULT 0,
    rejected  INTEGER NOT NULL DEFAULT 0,
    CHECK (read = accepted + duplicate + rejected)
) STRICT;

CREATE TABLE reject (
    reject_no   INTEGER PRIMARY KEY,
    file_no     INTEGER NOT NULL REFERENCES input_file,
    line        INTEGER NOT NULL,        -- of the row's first byte
    column_name TEXT,
    code        TEXT NOT NULL,           -- unknown-force, bad-date ...
    value       TEXT,                    -- bounded; bytes that are no UTF-8 shown as \xNN
    message     TEXT NOT NULL,
    suggestion  TEXT
) STRICT;

CREATE TABLE notice (
    notice_no INTEGER PRIMARY KEY,
    file_no   INTEGER REFERENCES input_file,
    line      INTEGER,                   -- of the first row concerned, or NULL
    code      TEXT NOT NULL,
    message   TEXT NOT NULL,
    rows      INTEGER NOT NULL DEFAULT 1 -- how many rows it stands for
) STRICT;

-- Cells of columns that the contract does not know, carried into evidence.
CREATE TABLE carried_value (
    file_no     INTEGER NOT NULL REFERENCES input_file,
    line        INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    value       TEXT NOT NULL
) STRICT;

CREATE TABLE force (
    force_no     INTEGER PRIMARY KEY,    -- in byte order of force_id
    force_id     TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    aliases      TEXT,
    nation       TEXT,
    kind         TEXT,                   -- territorial, special, national
    regime       TEXT NOT NULL,          -- FOIA, FOISA, other
    area_code    TEXT,
    grid_col     INTEGER,                -- cell of the equal-area tile map; 8 = not territorial
    grid_row     INTEGER,
    abbreviation TEXT,
    rocu         TEXT,
    file_no      INTEGER NOT NULL REFERENCES input_file,
    line         INTEGER NOT NULL
) STRICT;

CREATE TABLE tool (
    tool_no        INTEGER PRIMARY KEY,  -- in byte order of tool_id
    tool_id        TEXT NOT NULL UNIQUE,
    name           TEXT NOT NULL,        -- of a tool that tools.csv lacks: its id
    vendor         TEXT,
    aliases        TEXT,
    category       TEXT,
    covert_capable INTEGER,
    uses_ai        INTEGER,
    parent_no      INTEGER REFERENCES tool,
    file_no        INTEGER REFERENCES input_file, -- NULL: known only from a row that names it
    line           INTEGER
) STRICT;

CREATE TABLE request (
    request_no      INTEGER PRIMARY KEY,
    request_id      TEXT NOT NULL UNIQUE, -- canonical: 995/24
    title           TEXT NOT NULL,        -- of a request that requests.csv lacks: its id
    aliases         TEXT,
    logged_earliest INTEGER,
    logged_latest   INTEGER,
    scope           TEXT,                 -- national, some, one
    tool_no         INTEGER REFERENCES tool,
    summary         TEXT,
    source_url      TEXT,
    file_no         INTEGER REFERENCES input_file,
    line            INTEGER,
    date_logged     TEXT GENERATED ALWAYS AS (CASE
        WHEN logged_earliest = logged_latest THEN date(logged_earliest * 86400, 'unixepoch')
        WHEN logged_latest - logged_earliest < 31 THEN strftime('%Y-%m', logged_earliest * 86400, 'unixepoch')
        ELSE strftime('%Y', logged_earliest * 86400, 'unixepoch') END) VIRTUAL
) STRICT;

-- Every question known from questions.csv or from a response.
CREATE TABLE question (
    question_no INTEGER PRIMARY KEY,
    request_no  INTEGER NOT NULL REFERENCES request,
    question_id TEXT NOT NULL,
    topic_no    INTEGER REFERENCES topic, -- as questions.csv says; NULL where it does not list the question
    text        TEXT,
    file_no     INTEGER REFERENCES input_file,
    line        INTEGER,
    UNIQUE (request_no, question_id)
) STRICT;

CREATE TABLE collaboration (
    collaboration_no INTEGER PRIMARY KEY,
    collaboration_id TEXT NOT NULL UNIQUE,
    name             TEXT NOT NULL
) STRICT;

CREATE TABLE membership (
    membership_no    INTEGER PRIMARY KEY,
    collaboration_no INTEGER NOT NULL REFERENCES collaboration,
    force_no         INTEGER NOT NULL REFERENCES force,
    from_earliest    INTEGER,             -- NULL: always
    from_latest      INTEGER,
    to_earliest      INTEGER,             -- NULL: never ended
    to_latest        INTEGER,
    lead             INTEGER,
    source_url       TEXT,
    kind             TEXT,
    confidence       TEXT,
    file_no          INTEGER NOT NULL REFERENCES input_file,
    line             INTEGER NOT NULL
) STRICT;

CREATE TABLE acknowledgement (
    acknowledgement_no INTEGER PRIMARY KEY,
    acknowledgement_id TEXT NOT NULL UNIQUE,
    force_no           INTEGER REFERENCES force,
    collaboration_no   INTEGER REFERENCES collaboration,
    is_of_all          INTEGER NOT NULL DEFAULT 0, -- 1: force_id *, every territorial force (clause 52)
    tool_no            INTEGER NOT NULL REFERENCES tool,
    topic              TEXT,
    kind               TEXT NOT NULL,
    publisher          TEXT NOT NULL CHECK (publisher = 'force' OR publisher = 'collaboration' OR publisher = 'pcc' OR publisher = 'third_party'),
    published_earliest INTEGER,           -- NULL: not known
    published_latest   INTEGER,           -- cut by the day of retrieval, or given by it (clause 51)
    withdrawn          INTEGER NOT NULL,  -- 1: withdrawn, on the interval below or on a day not known
    withdrawn_earliest INTEGER,
    withdrawn_latest   INTEGER,
    summary            TEXT,
    source_url         TEXT,
    retrieved_earliest INTEGER,
    retrieved_latest   INTEGER,
    note               TEXT,
    file_no            INTEGER NOT NULL REFERENCES input_file,
    line               INTEGER NOT NULL,
    date_published     TEXT GENERATED ALWAYS AS (CASE
        WHEN published_earliest IS NULL THEN NULL
        WHEN published_earliest = published_latest THEN date(published_earliest * 86400, 'unixepoch')
        WHEN strftime('%Y-%m', published_earliest * 86400, 'unixepoch') = strftime('%Y-%m', published_latest * 86400, 'unixepoch')
            THEN strftime('%Y-%m', published_earliest * 86400, 'unixepoch')
        ELSE strftime('%Y', published_earliest * 86400, 'unixepoch') END) VIRTUAL,
    retrieved_on       TEXT GENERATED ALWAYS AS (CASE
        WHEN retrieved_earliest = retrieved_latest THEN date(retrieved_earliest * 86400, 'unixepoch')
        WHEN retrieved_latest - retrieved_earliest < 31 THEN strftime('%Y-%m', retrieved_earliest * 86400, 'unixepoch')
        ELSE strftime('%Y', retrieved_earliest * 86400, 'unixepoch') END) VIRTUAL,
    date_withdrawn     TEXT GENERATED ALWAYS AS (CASE
        WHEN withdrawn = 1 AND withdrawn_earliest IS NULL THEN 'yes'
        WHEN withdrawn_earliest = withdrawn_latest THEN date(withdrawn_earliest * 86400, 'unixepoch')
        WHEN withdrawn_latest - withdrawn_earliest < 31 THEN strftime('%Y-%m', withdrawn_earliest * 86400, 'unixepoch')
        ELSE strftime('%Y', withdrawn_earliest * 86400, 'unixepoch') END) VIRTUAL,
    CHECK (force_no IS NOT NULL OR collaboration_no IS NOT NULL OR is_of_all = 1)
) STRICT;

CREATE TABLE ruling (                     -- a decision about an answer of a force
    ruling_no     INTEGER PRIMARY KEY,    -- in order of time, then of ruling_id
    ruling_id     TEXT NOT NULL UNIQUE,
    body          TEXT NOT NULL,          -- ico, sic, tribunal, court
    reference     TEXT,
    force_no      INTEGER NOT NULL REFERENCES force,
    request_no    INTEGER REFERENCES request,
    tool_no       INTEGER NOT NULL REFERENCES tool,
    date_earliest INTEGER NOT NULL,
    date_latest   INTEGER NOT NULL,       -- cut by the day of retrieval (clause 51)
    outcome       TEXT NOT NULL,          -- upheld, partly_upheld, not_upheld: the complaint, or the applicant's appeal
    about         TEXT NOT NULL,          -- ncnd, exemption, time, cost, search, other
    provisions    TEXT,                   -- list, as normalised: 31(3);24(2)
    ordered       TEXT,                   -- confirm_or_deny, disclose, respond, none; NULL: not known
    comply_by_earliest INTEGER,           -- the last day that the order gives; NULL: not known
    comply_by_latest   INTEGER,
    summary       TEXT,
    source_url    TEXT,
    retrieved_earliest INTEGER,
    retrieved_latest   INTEGER,
    file_no       INTEGER NOT NULL REFERENCES input_file,
    line          INTEGER NOT NULL,
    retrieved_on  TEXT GENERATED ALWAYS AS (CASE
        WHEN retrieved_earliest = retrieved_latest THEN date(retrieved_earliest * 86400, 'unixepoch')
        WHEN retrieved_latest - retrieved_earliest < 31 THEN strftime('%Y-%m', retrieved_earliest * 86400, 'unixepoch')
        ELSE strftime('%Y', retrieved_earliest * 86400, 'unixepoch') END) VIRTUAL,
    date          TEXT GENERATED ALWAYS AS (CASE
        WHEN date_earliest = date_latest THEN date(date_earliest * 86400, 'unixepoch')
        WHEN date_latest - date_earliest < 31 THEN strftime('%Y-%m', date_earliest * 86400, 'unixepoch')
        ELSE strftime('%Y', date_earliest * 86400, 'unixepoch') END) VIRTUAL
) STRICT;

CREATE TABLE guidance (
    guidance_no    INTEGER PRIMARY KEY,   -- in byte order of guidance_id
    guidance_id    TEXT NOT NULL UNIQUE,
    title          TEXT NOT NULL,
    request_no     INTEGER REFERENCES request,
    tool_no        INTEGER REFERENCES tool,
    effective_from_earliest INTEGER,      -- NULL: always
    effective_from_latest   INTEGER,
    effective_to_earliest   INTEGER,      -- NULL: never ended
    effective_to_latest     INTEGER,
    condition      TEXT NOT NULL CHECK (condition = 'acknowledged' OR condition = 'not_acknowledged' OR condition = 'any'),
    expected_stance TEXT NOT NULL,        -- list of stances, as normalised: held_s21;disclosed
    expects_confirm INTEGER NOT NULL,     -- is this position that of one of the expected stances
    expects_deny    INTEGER NOT NULL,
    expects_ncnd    INTEGER NOT NULL,
    expected_partial_ncnd INTEGER,
    required_exemptions TEXT,             -- list, as normalised: 31(3);24(2)
    requires_link  INTEGER,
    form_of_words  TEXT,                  -- circulated with it
    source         TEXT,
    file_no        INTEGER NOT NULL REFERENCES input_file,
    line           INTEGER NOT NULL
) STRICT;

CREATE TABLE guidance_exemption (         -- required_exemptions, one row each
    guidance_no INTEGER NOT NULL REFERENCES guidance,
    citation    TEXT NOT NULL,
    PRIMARY KEY (guidance_no, citation)
) STRICT, WITHOUT ROWID;

CREATE TABLE circulation (
    circulation_no    INTEGER PRIMARY KEY,
    request_no        INTEGER NOT NULL REFERENCES request,
    force_no          INTEGER NOT NULL REFERENCES force,
    received          INTEGER,
    received_earliest INTEGER,
    received_latest   INTEGER,
    source_url        TEXT,
    note              TEXT,
    file_no           INTEGER NOT NULL REFERENCES input_file,
    line              INTEGER NOT NULL
) STRICT;

CREATE TABLE commitment (
    commitment_no INTEGER PRIMARY KEY,
    commitment_id TEXT NOT NULL,
    title         TEXT NOT NULL,
    force_no      INTEGER REFERENCES force, -- NULL: every force (*)
    applies_to    TEXT,
    from_earliest INTEGER,
    from_latest   INTEGER,
    to_earliest   INTEGER,
    to_latest     INTEGER,
    summary       TEXT,
    source_url    TEXT,
    file_no       INTEGER NOT NULL REFERENCES input_file,
    line          INTEGER NOT NULL
) STRICT;

CREATE TABLE commitment_scope (           -- applies_to, a row for each item that is a tool or uses_ai
    commitment_no INTEGER NOT NULL REFERENCES commitment,
    tool_no       INTEGER REFERENCES tool -- NULL: every tool that uses AI
) STRICT;

CREATE TABLE waiver (
    waiver_no        INTEGER PRIMARY KEY, -- in the order of what they say
    finding_id       TEXT,
    rule_id          TEXT,
    force_no         INTEGER REFERENCES force,
    request_no       INTEGER REFERENCES request,
    parties_digest   TEXT,                -- of the finding about several forces that it was made for
    severity         TEXT,                -- of what was accepted, then; NULL: not known
    reason           TEXT NOT NULL,
    approved_by_role TEXT NOT NULL,
    expires_earliest INTEGER NOT NULL,
    expires_latest   INTEGER NOT NULL,
    file_no          INTEGER NOT NULL REFERENCES input_file,
    line             INTEGER NOT NULL
) STRICT;

CREATE TABLE exemption (                  -- the statutory table, ../reference/exemptions.csv
    exemption_no      INTEGER PRIMARY KEY,
    regime            TEXT NOT NULL,      -- FOIA, FOISA, EIR
    citation          TEXT NOT NULL,
    title             TEXT NOT NULL,
    kind              TEXT NOT NULL,      -- absolute, qualified, procedural
    basis             TEXT,               -- class, prejudice, n/a
    is_ncnd           INTEGER NOT NULL,
    ncnd_of           TEXT,
    harm_test_needed  INTEGER NOT NULL,
    pit_needed        INTEGER NOT NULL,
    notes             TEXT,
    file_no           INTEGER NOT NULL REFERENCES input_file,
    line              INTEGER NOT NULL,
    UNIQUE (regime, citation)
) STRICT;

CREATE TABLE bank_holiday (
    day      INTEGER NOT NULL,
    division TEXT NOT NULL,
    title    TEXT NOT NULL,
    file_no  INTEGER NOT NULL REFERENCES input_file,
    line     INTEGER NOT NULL
) STRICT;

-- The exemptions that letters cite, each distinct list once per regime.
CREATE TABLE exemption_set (
    set_no    INTEGER PRIMARY KEY,
    regime    TEXT NOT NULL,
    citations TEXT NOT NULL,              -- normalised, in the order of the Act: 24(2);31(3)
    ncnd_key  TEXT NOT NULL               -- its NCND subsections, sorted: 24(2);31(3); empty where it has none
) STRICT;

CREATE TABLE exemption_citation (
    set_no       INTEGER NOT NULL REFERENCES exemption_set,
    ordinal      INTEGER NOT NULL,
    citation     TEXT NOT NULL,           -- behind the name of its Act where that is not the force's: EIR 12(6)
    act          TEXT NOT NULL,           -- FOIA, FOISA, EIR, EISR, DPA; other: of a force under neither Act
    exemption_no INTEGER REFERENCES exemption, -- the row of its Act it falls under, or NULL
    is_ncnd      INTEGER NOT NULL,
    harm_test_needed INTEGER NOT NULL,
    pit_needed   INTEGER NOT NULL,
    section_in   TEXT NOT NULL CHECK (section_in = 'own' OR section_in = 'other' OR section_in = 'neither' OR section_in = 'apart'), -- which Act has that section; apart: EIR, EISR, DPA
    is_of_regulations INTEGER NOT NULL,   -- names no Act, but a limb that only the Regulations have
    PRIMARY KEY (set_no, ordinal)
) STRICT, WITHOUT ROWID;

-- The facts of a response, narrow on purpose: a million of them are scanned. `bounds` (clause 51)
-- says what receipt and retrieval did to the day of the answer: 'cut' an interval, which stands
-- in written_* as it was; 'given' a date that is not written; 'open': too little or too wide, so
-- that responded_* is unknown, and the ends there are stand in open_* (-2000000, 4000000: none);
-- 'kept': they leave no day, so that it is as written.
CREATE TABLE response (
    response_no        INTEGER PRIMARY KEY, -- in byte order of response_id
    line               INTEGER NOT NULL,
    force_no           INTEGER NOT NULL REFERENCES force,
    request_no         INTEGER NOT NULL REFERENCES request,
    question_no        INTEGER REFERENCES question, -- NULL: the whole letter
    tool_no            INTEGER NOT NULL REFERENCES tool,
    topic_no           INTEGER REFERENCES topic,    -- as given; NULL where the row does not say
    stage_no           INTEGER NOT NULL REFERENCES stage,
    stance_no          INTEGER NOT NULL REFERENCES stance,
    partial_ncnd       INTEGER,
    held_no            INTEGER REFERENCES held_statement,
    use_no             INTEGER REFERENCES held_statement, -- use_statement
    set_no             INTEGER REFERENCES exemption_set, -- NULL: exemptions not known
    harm_test          INTEGER,
    public_interest_test INTEGER,
    applicant_no       INTEGER REFERENCES applicant_kind,
    has_link           INTEGER NOT NULL,
    received_earliest  INTEGER,
    received_latest    INTEGER,
    responded_earliest INTEGER,
    responded_latest   INTEGER,
    retrieved_earliest INTEGER,
    retrieved_latest   INTEGER,
    bounds             TEXT CHECK (bounds = 'cut' OR bounds = 'given' OR bounds = 'open' OR bounds = 'kept'),
    written_earliest   INTEGER,
    written_latest     INTEGER,
    open_earliest      INTEGER,
    open_latest        INTEGER
) STRICT;

-- With its dates as words. They are no generated columns of the table: SQLite would work those
-- out at each insert, which is a third of what storing a response costs.
CREATE VIEW dated_response AS
SELECT response.*,
       CASE WHEN received_earliest = received_latest THEN date(received_earliest * 86400, 'unixepoch')
            WHEN received_latest - received_earliest < 31 THEN strftime('%Y-%m', received_earliest * 86400, 'unixepoch')
            ELSE strftime('%Y', received_earliest * 86400, 'unixepoch') END AS date_received,
       CASE WHEN bounds = 'given' THEN NULL
            WHEN responded_earliest = responded_latest THEN date(responded_earliest * 86400, 'unixepoch')
            WHEN strftime('%Y-%m', responded_earliest * 86400, 'unixepoch') = strftime('%Y-%m', responded_latest * 86400, 'unixepoch')
                THEN strftime('%Y-%m', responded_earliest * 86400, 'unixepoch')
            ELSE strftime('%Y', responded_earliest * 86400, 'unixepoch') END AS date_responded,
       CASE WHEN retrieved_earliest = retrieved_latest THEN date(retrieved_earliest * 86400, 'unixepoch')
            WHEN retrieved_latest - retrieved_earliest < 31 THEN strftime('%Y-%m', retrieved_earliest * 86400, 'unixepoch')
            ELSE strftime('%Y', retrieved_earliest * 86400, 'unixepoch') END AS retrieved_on
FROM response;

-- The letters' wording and provenance, apart from the facts.
CREATE TABLE response_wording (
    response_no  INTEGER PRIMARY KEY REFERENCES response,
    response_id  TEXT NOT NULL,
    reference    TEXT,
    link         TEXT,
    note         TEXT,                    -- before the text, which may be long
    coded_by     TEXT CHECK (coded_by = 'person' OR coded_by = 'machine' OR coded_by = 'undecided'), -- NULL: by hand
    coded_confidence TEXT,
    coded_words  TEXT,
    text_file    TEXT,
    text         TEXT,
    source_url   TEXT
) STRICT;

-- What became of a folder of letters that was audited without a pack (`concord audit FOLDER --request`); no row
-- where there was a pack.
CREATE TABLE letters_read (
    only_one      INTEGER PRIMARY KEY CHECK (only_one = 1),
    files         INTEGER NOT NULL,
    unreadable    INTEGER NOT NULL,
    letters       INTEGER NOT NULL,
    without_force INTEGER NOT NULL,     -- left out of the audit: nobody knows whose they are
    without_row   INTEGER NOT NULL,     -- acknowledgements and the like
    rows          INTEGER NOT NULL,
    review        INTEGER NOT NULL      -- of the rows: for a person, and unread until then
) STRICT;

-- codings.csv: what persons have decided about the readings of letters. The later row stands above the earlier.
CREATE TABLE coding (
    coding_no    INTEGER PRIMARY KEY,
    decision_id  TEXT NOT NULL,
    text_sha256  TEXT NOT NULL,
    force_no     INTEGER NOT NULL REFERENCES force,
    request_no   INTEGER NOT NULL REFERENCES request,
    stage        TEXT,
    response_id  TEXT NOT NULL,
    question_id  TEXT,
    field        TEXT NOT NULL,
    value        TEXT,
    proposed     TEXT,
    decided_by   TEXT NOT NULL,
    decided_earliest INTEGER NOT NULL,
    decided_latest   INTEGER NOT NULL,
    reason       TEXT,
    classifier   TEXT,
    file_no      INTEGER NOT NULL REFERENCES input_file,
    line         INTEGER NOT NULL,
    decided_on   TEXT GENERATED ALWAYS AS (CASE
        WHEN decided_earliest = decided_latest THEN date(decided_earliest * 86400, 'unixepoch')
        WHEN decided_latest - decided_earliest < 31 THEN strftime('%Y-%m', decided_earliest * 86400, 'unixepoch')
        ELSE strftime('%Y', decided_earliest * 86400, 'unixepoch') END) VIRTUAL
) STRICT;

-- "The program disagrees": what a person has decided about a letter, after reading it as another version of the program
-- read it, and what this version reads there in none of its readings. The decision stands.
CREATE TABLE disagreement (
    response_no INTEGER NOT NULL REFERENCES response,
    question_id TEXT,                    -- as it was decided on; NULL: the whole letter
    field       TEXT NOT NULL,           -- a column of responses.csv, or is_response
    decided     TEXT,
    read        TEXT,                    -- in reading A
    decided_by  TEXT NOT NULL,
    decided_on  TEXT NOT NULL,
    classifier  TEXT                     -- the version that had read it then
) STRICT;

-- datasets/reference/caveats.csv, where some row has a note: one that such a pattern finds carries a
-- caveat.
CREATE TABLE caveat_pattern (pattern TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- datasets/reference/borrowed_wordings.csv, in its order: what surrounds the name of a force that answers (L09).
CREATE TABLE borrowed_wording (
    wording_no INTEGER PRIMARY KEY,
    place      TEXT NOT NULL CHECK (place = 'passed_over' OR place = 'not_before_name' OR place = 'after_possessive'
                                    OR place = 'after_name' OR place = 'before_name' OR place = 'around_name'),
    pattern    TEXT NOT NULL
) STRICT;
