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
    file      TEXT,                      -- a user's rule: its file as given; NULL: of the catalogue
    shares_cause_with TEXT,              -- "G01, L01": rules whose findings about one letter may report the same fact
    party_roles TEXT,                    -- "confirm": the evidence whose forces are the parties of its findings about
                                         -- several forces; NULL: all evidence
    about     TEXT                       -- what its findings are gathered under: citations, self-contradiction, split; NULL: nothing
) STRICT;

-- Rules of the user's that could not be used, and why.
CREATE TABLE rule_fault (
    fault_no INTEGER PRIMARY KEY,
    file     TEXT NOT NULL,
    line     INTEGER,                    -- NULL: the file as a whole
    reason   TEXT NOT NULL
) STRICT;

CREATE TABLE severity (severity TEXT PRIMARY KEY, rank INTEGER NOT NULL) STRICT;
INSERT INTO severity (severity, rank) VALUES ('critical', 5), ('high', 4), ('medium', 3), ('low', 2), ('info', 1);

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
    remedy           TEXT,               -- where it is another than the rule's
    waiver_no        INTEGER REFERENCES waiver,
    parties_digest   TEXT,               -- p and 12 hex digits of SHA-256 over the force_ids of its parties: essex;kent
    matter_no        INTEGER REFERENCES matter -- NULL: it is waived
) STRICT;

-- Open findings that report one fact (SEMANTICS 75).
CREATE TABLE matter (
    matter_no  INTEGER PRIMARY KEY,      -- in the order of findings.csv by the leading finding
    matter_id  TEXT NOT NULL,            -- M- and 12 hex digits of SHA-256 over rule, force, tool and request of the first finding
    first_no   INTEGER NOT NULL REFERENCES finding, -- with the earliest letter; of several the first rule
    leading_no INTEGER NOT NULL REFERENCES finding, -- the gravest, which gives severity, certainty and message
    first_day  INTEGER,                  -- the first day that the earliest letter of the first may have; NULL: not known
    place      INTEGER NOT NULL DEFAULT 0 -- its rank, 1 the first to look at (SEMANTICS 78)
) STRICT;

-- Matters that rest on no current position of their parties, each with the letters that have overtaken
-- theirs; what has no row rests on one (SEMANTICS 78).
CREATE TABLE matter_overtaken (
    matter_no INTEGER NOT NULL REFERENCES matter,
    by_no     INTEGER NOT NULL REFERENCES letter,
    PRIMARY KEY (matter_no, by_no)
) STRICT, WITHOUT ROWID;

-- The evidence of a finding: rows, each with the part it plays in the message.
CREATE TABLE finding_evidence (
    finding_no         INTEGER NOT NULL REFERENCES finding,
    role               TEXT NOT NULL,    -- confirm, ncnd, earlier, later, acknowledgement, guidance ...
    response_no        INTEGER REFERENCES response,
    acknowledgement_no INTEGER REFERENCES acknowledgement,
    guidance_no        INTEGER REFERENCES guidance,
    circulation_no     INTEGER REFERENCES circulation,
    commitment_no      INTEGER REFERENCES commitment,
    membership_no      INTEGER REFERENCES membership,
    exemption_no       INTEGER REFERENCES exemption, -- the row of the statute that a citation falls under
    ruling_no          INTEGER REFERENCES ruling
) STRICT;

-- Who stands where: the force of the finding's key, or, where it has none, the forces of
-- the side that its rule names. What a waiver of such a finding is for.
CREATE TABLE finding_party (
    finding_no INTEGER NOT NULL REFERENCES finding,
    force_no   INTEGER NOT NULL REFERENCES force,
    PRIMARY KEY (finding_no, force_no)
) STRICT, WITHOUT ROWID;

-- The audit that this one was compared with (--baseline); no row without one.
CREATE TABLE baseline (
    only_one  INTEGER PRIMARY KEY CHECK (only_one = 1),
    pack      TEXT NOT NULL,
    as_of     TEXT,
    version   TEXT NOT NULL              -- of the program that made it
) STRICT;

-- Findings of this audit against the baseline, waived ones too.
CREATE TABLE finding_change (
    finding_id   TEXT PRIMARY KEY,
    change       TEXT NOT NULL CHECK (change = 'new' OR change = 'altered' OR change = 'persisting' OR change = 'resolved'), -- resolved: open in the baseline, waived now
    was_severity TEXT,                   -- altered: where it was another
    was_certainty TEXT,
    parties_joined TEXT,                 -- altered: forces that were no party in the baseline: essex;kent
    parties_left TEXT,                   -- ... and those that are none any more
    evidence_gained TEXT,                -- altered, persisting: rows it did not rest on: responses k1; guidance g2
    evidence_lost TEXT,
    is_reworded  INTEGER NOT NULL,       -- persisting: 1 where its message was another
    reasons      TEXT,                   -- not persisting: why, the main one first: "row added; guidance changed"
    because      TEXT                    -- the rows concerned
) STRICT, WITHOUT ROWID;

-- Who became a party of a finding of both audits since, and who is one no longer.
CREATE TABLE party_change (
    finding_id TEXT NOT NULL,
    move       TEXT NOT NULL CHECK (move = 'joined' OR move = 'left'),
    force_id   TEXT NOT NULL,            -- as it is spelt in the audit in which it is a party
    PRIMARY KEY (finding_id, move, force_id)
) STRICT, WITHOUT ROWID;

-- Findings that were open in the baseline and are so no longer.
CREATE TABLE resolved_finding (
    finding_id  TEXT PRIMARY KEY,
    rule_id     TEXT NOT NULL,
    severity    TEXT NOT NULL,
    certainty   TEXT NOT NULL,
    force_id    TEXT,
    tool_id     TEXT,
    request_id  TEXT,
    question_id TEXT,
    date        TEXT,
    message     TEXT NOT NULL,
    reasons     TEXT NOT NULL,
    because     TEXT
) STRICT, WITHOUT ROWID;

-- What became of the matters of this audit since the baseline, and of those of the baseline (SEMANTICS
-- 76): new + altered + persisting are those of now; those of then are resolved + joined + the others,
-- of which each goes on in one of now.
CREATE TABLE matter_change (
    matter_no     INTEGER PRIMARY KEY REFERENCES matter,
    change        TEXT NOT NULL CHECK (change = 'new' OR change = 'altered' OR change = 'persisting'),
    was_matter_id TEXT                   -- the one of then that goes on in it; NULL: it is new, or came off another
) STRICT;

CREATE TABLE former_matter (
    matter_id    TEXT PRIMARY KEY,       -- in the baseline
    place        INTEGER NOT NULL,       -- its rank there
    outcome      TEXT NOT NULL CHECK (outcome = 'goes on' OR outcome = 'joined' OR outcome = 'resolved'),
    matter_no    INTEGER REFERENCES matter, -- in which it goes on, or which it joined; NULL: it is resolved
    severity     TEXT NOT NULL REFERENCES severity,
    certainty    TEXT NOT NULL,
    force_id     TEXT,
    finding_ids  TEXT NOT NULL,          -- the leading one first: G06-...;L07-...
    findings     INTEGER NOT NULL,
    message      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Forces of whom the world knows another position on a tool than at the baseline; of both it knows one.
CREATE TABLE position_move (
    force_id        TEXT NOT NULL,
    tool_id         TEXT NOT NULL,
    from_position   TEXT NOT NULL,
    to_position     TEXT NOT NULL,
    from_id         TEXT NOT NULL,       -- the response or the acknowledgement that it stood on
    from_date       TEXT,
    from_request_id TEXT,                -- NULL: it stood on an acknowledgement
    to_id           TEXT NOT NULL,
    to_date         TEXT,
    to_request_id   TEXT,
    PRIMARY KEY (force_id, tool_id)
) STRICT, WITHOUT ROWID;

-- Rows that are in one of the two audits only, or not the same in both.
CREATE TABLE input_change (
    file_kind   TEXT NOT NULL,
    row_id      TEXT NOT NULL,
    change      TEXT NOT NULL CHECK (change = 'added' OR change = 'changed' OR change = 'withdrawn'),
    force_id    TEXT,
    tool_id     TEXT,
    request_id  TEXT,
    columns     TEXT                     -- changed: "stance: ncnd -> disclosed; link: - -> https://..."
) STRICT;

-- Rules that are in one of the two audits only, or not the same in both.
CREATE TABLE rule_change (
    rule_id TEXT PRIMARY KEY,
    change  TEXT NOT NULL CHECK (change = 'added' OR change = 'changed' OR change = 'withdrawn'),
    title   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
