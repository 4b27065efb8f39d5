-- The rules that ran and what they found.

CREATE TABLE rule (
    rule_id   TEXT PRIMARY KEY,          -- G01
    name      TEXT NOT NULL,             -- ncnd-despite-acknowledgement
    title     TEXT NOT NULL,
    family    TEXT NOT NULL,
    severity  TEXT NOT NULL,             -- unless the finding says otherwise
    basis     TEXT NOT NULL,             -- statute, regulator, advice, consistency, data
    rationale TEXT NOT NULL,
    source    TEXT NOT NULL,
    remedy    TEXT NOT NULL,
    sql       TEXT NOT NULL,             -- the whole file
    sha256    TEXT NOT NULL,             -- of it
    file      TEXT                       -- a user's rule: its file as given; NULL: of the catalogue
) STRICT;

-- Rules of the user's that could not be used, and why.
CREATE TABLE rule_fault (
    fault_no INTEGER PRIMARY KEY,
    file     TEXT NOT NULL,
    line     INTEGER,                    -- NULL: the file as a whole
    reason   TEXT NOT NULL
) STRICT;

CREATE TABLE severity (severity TEXT PRIMARY KEY, rank INTEGER NOT NULL) STRICT;
INSERT INTO severity VALUES ('critical', 5), ('high', 4), ('medium', 3), ('low', 2), ('info', 1);

CREATE TABLE finding (
    finding_no       INTEGER PRIMARY KEY,
    finding_id       TEXT NOT NULL,      -- RULE- and 12 hex digits of SHA-256 over rule and key
    rule_id          TEXT NOT NULL REFERENCES rule,
    severity         TEXT NOT NULL REFERENCES severity,
    certainty        TEXT NOT NULL CHECK (certainty IN ('certain', 'possible')),
    status           TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'waived')),
    force_no         INTEGER REFERENCES force,
    tool_no          INTEGER REFERENCES tool,
    request_no       INTEGER REFERENCES request,
    question_no      INTEGER REFERENCES question,
    collaboration_no INTEGER REFERENCES collaboration, -- key of X05
    day              INTEGER,            -- latest day of the latest letter concerned; NULL: not known
    date             TEXT,               -- that date, as precise as it is known
    message          TEXT NOT NULL,
    waiver_no        INTEGER REFERENCES waiver
) STRICT;

-- The evidence of a finding: rows, each with the part it plays in the message.
CREATE TABLE finding_evidence (
    finding_no         INTEGER NOT NULL REFERENCES finding,
    role               TEXT NOT NULL,    -- confirm, ncnd, earlier, later, acknowledgement, guidance ...
    response_no        INTEGER REFERENCES response,
    acknowledgement_no INTEGER REFERENCES acknowledgement,
    guidance_no        INTEGER REFERENCES guidance,
    circulation_no     INTEGER REFERENCES circulation,
    commitment_no      INTEGER REFERENCES commitment,
    membership_no      INTEGER REFERENCES membership
) STRICT;
