-- What `concord classify` has read, in a database of its own (LETTERS 4).

-- What letters are read with: the version of the program and a digest of its tables.
CREATE TABLE classifier (classifier TEXT NOT NULL) STRICT;

-- Whose letter a file is, where somebody has said so (`--forces`).
CREATE TABLE whose_file (file TEXT PRIMARY KEY, force_id TEXT NOT NULL) STRICT;

-- Files = read + unreadable.
CREATE TABLE letter_file (
    file_no INTEGER PRIMARY KEY,
    path    TEXT NOT NULL,
    sha256  TEXT,                        -- NULL: there were no bytes
    kind    TEXT NOT NULL,               -- html, pdf, ...
    reason  TEXT                         -- why nothing of it could be read; NULL: it was read
) STRICT;

-- The document as a whole, a message in it, an attachment. Parts = letters + no letters.
CREATE TABLE letter_part (
    part_no INTEGER PRIMARY KEY,
    file_no INTEGER NOT NULL REFERENCES letter_file,
    part    TEXT,                        -- NULL: the document as a whole; 'message 2', 'attachment 1: reply.pdf'
    reason  TEXT                         -- why it is no letter; NULL: it is one
) STRICT;

-- A letter, or the block of one that answers a question: what was known before reading it.
CREATE TABLE read_letter (
    letter_no     INTEGER PRIMARY KEY,
    letter_id     TEXT NOT NULL,         -- 12 digits of a digest: see classification.c
    part_no       INTEGER REFERENCES letter_part, -- NULL: the text of a row
    response_no   INTEGER REFERENCES response,    -- NULL: not from a pack
    response_id   TEXT,
    source_file   TEXT NOT NULL,
    source_sha256 TEXT,
    part          TEXT,
    text_file     TEXT,                  -- in which its text stands; NULL: in the column of the row
    text_sha256   TEXT NOT NULL,
    text          TEXT NOT NULL,
    force_no      INTEGER REFERENCES force,       -- NULL: nobody knows
    force_from    TEXT NOT NULL CHECK (force_from = 'option' OR force_from = 'list' OR force_from = 'pack'
                                       OR force_from = 'letterhead' OR force_from = 'folder' OR force_from = 'file name'
                                       OR force_from = 'nothing'),
    request_id    TEXT,
    tool_id       TEXT,
    question_id   TEXT,                  -- of the row
    topic         TEXT,
    stage         TEXT,
    reference     TEXT,
    date_received TEXT,
    date_responded TEXT,
    notes         TEXT
) STRICT;
CREATE INDEX read_letter_by_id ON read_letter (letter_id);

-- Rows of a pack that have a letter. Where the tool is nobody's, none is asked about. `initial` is what a row without a stage has.
CREATE TEMP VIEW wording_to_read AS
SELECT r.response_no, w.response_id, r.force_no, f.force_id, q.request_id, nullif(t.tool_id, 'unspecified') AS tool_id,
       u.question_id, o.topic, nullif(g.stage, 'initial') AS stage, w.reference, r.date_received, r.date_responded,
       w.text_file, w.text,
       coalesce(w.coded_by = 'undecided', 0) AS is_undecided
FROM response_wording w
JOIN dated_response r ON r.response_no = w.response_no
JOIN force f ON f.force_no = r.force_no
JOIN request q ON q.request_no = r.request_no
JOIN tool t ON t.tool_no = r.tool_no
JOIN stage g ON g.stage_no = r.stage_no
LEFT JOIN question u ON u.question_no = r.question_no
LEFT JOIN topic o ON o.topic_no = r.topic_no
WHERE w.text IS NOT NULL OR w.text_file IS NOT NULL;

-- The same of rows that have none.
CREATE TEMP VIEW row_without_wording AS
SELECT r.response_no, w.response_id, r.force_no, q.request_id, nullif(t.tool_id, 'unspecified') AS tool_id, u.question_id, o.topic,
       nullif(g.stage, 'initial') AS stage, w.reference, r.date_received, r.date_responded
FROM response_wording w
JOIN dated_response r ON r.response_no = w.response_no
JOIN request q ON q.request_no = r.request_no
JOIN tool t ON t.tool_no = r.tool_no
JOIN stage g ON g.stage_no = r.stage_no
LEFT JOIN question u ON u.question_no = r.question_no
LEFT JOIN topic o ON o.topic_no = r.topic_no
WHERE w.text IS NULL AND w.text_file IS NULL;

CREATE TABLE proposal (
    proposal_no    INTEGER PRIMARY KEY,  -- in the order of letters, then of questions
    letter_no      INTEGER NOT NULL REFERENCES read_letter,
    question_id    TEXT,                 -- NULL: the whole letter
    reading        TEXT NOT NULL CHECK (reading IN ('A', 'B')),
    coding_id      TEXT NOT NULL,
    stance         TEXT,
    partial_ncnd   TEXT,
    held_statement TEXT,
    use_statement  TEXT,
    exemptions     TEXT,
    harm_test      TEXT,
    public_interest_test TEXT,
    link           TEXT,
    stage          TEXT,
    reference      TEXT,
    date_received  TEXT,
    date_responded TEXT,
    position       TEXT NOT NULL,
    confidence     REAL,                 -- of the stance; NULL: such evidence was never counted
    confidence_row REAL,
    confidence_n   INTEGER NOT NULL,
    review         INTEGER NOT NULL,
    flags          TEXT,
    spans          TEXT NOT NULL,        -- JSON: field to list of [begin, end], bytes of the text
    words          TEXT,                 -- the main span, shortened and masked
    words_begin    INTEGER,              -- where it stands; NULL: nothing decided
    words_end      INTEGER
) STRICT;

-- For --explain: the zones of a letter, and every act found, with why it did not count.
CREATE TABLE letter_zone (
    letter_no INTEGER NOT NULL REFERENCES read_letter,
    zone      TEXT NOT NULL,
    begins    INTEGER NOT NULL,
    ends      INTEGER NOT NULL,
    because   TEXT                       -- the heading or cue that began it
) STRICT;
CREATE TABLE letter_act (
    letter_no INTEGER NOT NULL REFERENCES read_letter,
    act       TEXT NOT NULL,
    phrase    TEXT NOT NULL,             -- its row of phrases.csv
    mood      TEXT NOT NULL,
    scope     TEXT NOT NULL,
    weight    TEXT NOT NULL,
    questions TEXT,
    zone      TEXT NOT NULL,
    begins    INTEGER NOT NULL,
    ends      INTEGER NOT NULL,
    words     TEXT NOT NULL,
    why_not   TEXT                       -- NULL: it counted
) STRICT;

-- The rows of a new pack (`concord classify --apply`): one for each question that a letter is read as, with what
-- is to be filled in.
CREATE TABLE filled_row (
    letter_no   INTEGER NOT NULL REFERENCES read_letter,
    question_id TEXT,
    new_id      TEXT NOT NULL,
    of_several  INTEGER NOT NULL,        -- the letter is read as several questions
    review      INTEGER NOT NULL,        -- a person must decide what it says
    is_decided  INTEGER NOT NULL,        -- and has
    is_response INTEGER NOT NULL,
    read        TEXT NOT NULL,           -- JSON: column of responses.csv to what reading A says
    decided     TEXT NOT NULL,           -- JSON: to what a person decided; "" is not known
    confidence  TEXT,
    words       TEXT
) STRICT;
CREATE INDEX filled_row_of_letter ON filled_row (letter_no);
CREATE TABLE filled_difference (
    kind        TEXT NOT NULL,
    response_id TEXT NOT NULL,
    question_id TEXT,
    field       TEXT,
    yours       TEXT,
    proposed    TEXT
) STRICT;
