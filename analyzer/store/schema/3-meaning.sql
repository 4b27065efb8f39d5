-- What the rows mean, computed once by ordered passes in C (analyzer/derive) and
-- shared by every rule. SEMANTICS.md decides each of these; the clause is named.
-- Rows dated after as-of (clause 8) have no row in response_meaning, and so
-- take part in nothing below.
-- A check is spelt with OR: for IN with three words or more SQLite builds a table of the
-- words at every insert, and these tables have a row a letter.

-- Which tools a tool speaks for: itself (distance 0) and its ancestors (clause 15).
CREATE TABLE tool_ancestor (
    tool_no     INTEGER NOT NULL REFERENCES tool,
    ancestor_no INTEGER NOT NULL REFERENCES tool,
    distance    INTEGER NOT NULL,
    PRIMARY KEY (tool_no, ancestor_no)
) STRICT, WITHOUT ROWID;

-- The public record: which acknowledgement speaks for which force about which
-- tool (clauses 11, 13, 15), one row per membership where it speaks through a
-- collaboration. On a day D it is certainly in force when
-- certain_from <= D <= certain_to, possibly when possible_from <= D <= possible_to;
-- NULL certain_from: on no day certainly. Unbounded ends are -2000000 and 4000000.
CREATE TABLE acknowledgement_for (
    force_no           INTEGER NOT NULL REFERENCES force,
    tool_no            INTEGER NOT NULL REFERENCES tool,
    acknowledgement_no INTEGER NOT NULL REFERENCES acknowledgement,
    level              TEXT NOT NULL CHECK (level = 'own' OR level = 'collaboration' OR level = 'third_party'),
    possible_from      INTEGER NOT NULL,
    possible_to        INTEGER NOT NULL,
    certain_from       INTEGER,
    certain_to         INTEGER
) STRICT;

-- Which ruling speaks for a question about which tool (clauses 15, 54). On a day D a letter is
-- certainly measured by it when certain_from <= D <= certain_to, possibly when possible_from <= D
-- <= possible_to: from the day after it, and, of an order to confirm or deny or of an accepted
-- NCND, up to the day on which it is set aside. Not set aside is 4000000.
CREATE TABLE ruling_for (
    tool_no       INTEGER NOT NULL REFERENCES tool,
    ruling_no     INTEGER NOT NULL REFERENCES ruling,
    possible_from INTEGER NOT NULL,
    possible_to   INTEGER NOT NULL,
    certain_from  INTEGER NOT NULL,
    certain_to    INTEGER NOT NULL,
    PRIMARY KEY (tool_no, ruling_no)
) STRICT, WITHOUT ROWID;

-- A profile is one combination of everything that the rules about single rows
-- (families G and L) look at. Rows with the same profile stand or fall together,
-- so those rules run over profiles, thousands where responses are millions.
CREATE TABLE profile (
    profile_no      INTEGER PRIMARY KEY,
    regime          TEXT NOT NULL,
    stance          TEXT NOT NULL,
    position        TEXT NOT NULL,       -- held_statement's where it has one (clause 20)
    topic           TEXT NOT NULL,       -- of the row as given (clause 18)
    stage           TEXT NOT NULL,
    partial_ncnd    TEXT NOT NULL CHECK (partial_ncnd = 'yes' OR partial_ncnd = 'no' OR partial_ncnd = 'unknown'),
    held_statement  TEXT,
    set_no          INTEGER REFERENCES exemption_set, -- NULL: exemptions not known
    harm_test       TEXT NOT NULL CHECK (harm_test = 'yes' OR harm_test = 'no' OR harm_test = 'unknown'),
    public_interest_test TEXT NOT NULL CHECK (public_interest_test = 'yes' OR public_interest_test = 'no' OR public_interest_test = 'unknown'),
    has_link        INTEGER NOT NULL,
    dated           INTEGER NOT NULL,    -- 0: date_responded empty (clause 9)
    superseded      INTEGER NOT NULL,    -- 1: a later letter answers the same (clause 16)
    conflicting     INTEGER NOT NULL,    -- 1: another row of the same letter, question and tool has another stance
    acknowledged    TEXT NOT NULL,       -- certain public record on the response date: own, collaboration, third_party, none (clause 12)
    guidance_no     INTEGER REFERENCES guidance, -- certainly in force; NULL: none, or not certain
    guided          INTEGER NOT NULL,    -- 1: some guidance is in force in at least one reading
    conforms        TEXT NOT NULL CHECK (conforms = 'yes' OR conforms = 'no' OR conforms = 'not_applicable'), -- where all readings agree (clause 22)
    readings        INTEGER NOT NULL     -- how many rows it has in profile_reading
) STRICT;

-- A reading is one way in which the dates concerned can be read that makes a
-- difference (clause 10): a finding is certain when all readings of a row fire,
-- possible when some do. Exact dates give exactly one.
CREATE TABLE profile_reading (
    profile_no           INTEGER NOT NULL REFERENCES profile,
    reading              INTEGER NOT NULL,
    own_acknowledgement  INTEGER NOT NULL,
    collaboration_acknowledgement INTEGER NOT NULL,
    guidance_no          INTEGER REFERENCES guidance, -- in force (clause 21), NULL: none
    conforms             TEXT NOT NULL,
    replaced_guidance_no INTEGER REFERENCES guidance, -- what it replaced (clause 26)
    conformed_before     TEXT NOT NULL,               -- conformance with that
    PRIMARY KEY (profile_no, reading)
) STRICT, WITHOUT ROWID;

-- How an answer of the day of the audit would stand, to a request that the pack does not know: one
-- row a reading, as of a profile. A force that has no rows about a tool stands as force 0 does.
CREATE TABLE present_reading (
    tool_no             INTEGER NOT NULL REFERENCES tool, -- one that was asked about
    force_no            INTEGER NOT NULL,                 -- 0: any of which nothing is on record about it
    reading             INTEGER NOT NULL,
    own_acknowledgement INTEGER NOT NULL,
    guidance_no         INTEGER REFERENCES guidance,      -- in force (clause 21), NULL: none
    PRIMARY KEY (tool_no, force_no, reading)
) STRICT, WITHOUT ROWID;

CREATE TABLE response_meaning (
    response_no INTEGER PRIMARY KEY REFERENCES response,
    profile_no  INTEGER NOT NULL REFERENCES profile,
    letter_no   INTEGER NOT NULL REFERENCES letter
) STRICT;

-- A letter about one tool (clause 16), with what it says about use (clause 19).
CREATE TABLE letter (
    letter_no          INTEGER PRIMARY KEY, -- in order of force, tool, and clause 31
    before_no          INTEGER REFERENCES letter, -- the one before it of its force and tool, both with a day and a position
    force_no           INTEGER NOT NULL REFERENCES force,
    tool_no            INTEGER NOT NULL REFERENCES tool,
    request_no         INTEGER NOT NULL REFERENCES request,
    stage_no           INTEGER NOT NULL REFERENCES stage,
    responded_earliest INTEGER,
    responded_latest   INTEGER,
    position_on_use    TEXT NOT NULL CHECK (position_on_use = 'confirm' OR position_on_use = 'deny' OR position_on_use = 'ncnd' OR position_on_use = 'silent'),
    stated_on_use      TEXT NOT NULL,    -- likewise, over its rows about use alone, without details
    partial_ncnd       TEXT NOT NULL,    -- over the same rows, of whatever position: yes if any, no if all, else unknown
    ncnd_on_use        INTEGER NOT NULL, -- a row on use or contract has this position ...
    confirm_on_use     INTEGER NOT NULL,
    ncnd_on_detail     INTEGER NOT NULL, -- ... or one on cost, period, scope or extension
    confirm_on_detail  INTEGER NOT NULL,
    qualified          INTEGER NOT NULL DEFAULT 0, -- 1: it denies use, and partial_ncnd is yes (clause 47)
    late               TEXT CHECK (late IN ('certain', 'possible')), -- clause 33; NULL: in time, or not known
    received_earliest  INTEGER,
    received_latest    INTEGER,
    due_earliest       INTEGER,          -- the 20th or 40th working day after each end of the receipt; NULL: not judged
    due_latest         INTEGER,
    due_working_days   INTEGER NOT NULL DEFAULT 0, -- which of them (clause 58)
    response_no        INTEGER NOT NULL REFERENCES response, -- the row that gives the position, else its first
    set_no             INTEGER REFERENCES exemption_set, -- what that row cites; NULL: not known
    cites_apart        INTEGER NOT NULL, -- 1: its other rows of that position do not all cite the same
    late_response_no   INTEGER REFERENCES response, -- the row that is late
    confirmed_topics   INTEGER NOT NULL DEFAULT 0, -- a set of topics, 1 << topic_no each: on these a row confirms ...
    denied_topics      INTEGER NOT NULL DEFAULT 0, -- ... or denies ...
    disclosed_topics   INTEGER NOT NULL DEFAULT 0, -- ... or has the stance disclosed ...
    withheld_topics    INTEGER NOT NULL DEFAULT 0, -- ... or held_exempt or ncnd
    speaks_for_request INTEGER NOT NULL DEFAULT 0, -- 1: the force's latest about request and tool with a position
    date_responded     TEXT GENERATED ALWAYS AS (CASE
        WHEN responded_earliest = responded_latest THEN date(responded_earliest * 86400, 'unixepoch')
        WHEN strftime('%Y-%m', responded_earliest * 86400, 'unixepoch') = strftime('%Y-%m', responded_latest * 86400, 'unixepoch')
            THEN strftime('%Y-%m', responded_earliest * 86400, 'unixepoch')
        WHEN strftime('%Y', responded_earliest * 86400, 'unixepoch') = strftime('%Y', responded_latest * 86400, 'unixepoch')
            THEN strftime('%Y', responded_earliest * 86400, 'unixepoch')
        ELSE date(responded_earliest * 86400, 'unixepoch') || '/' || date(responded_latest * 86400, 'unixepoch') END) VIRTUAL
) STRICT;

-- Letters that a later one of the force about the tool has overtaken (clause 78). What has no row here
-- is the force's current word, or nobody can say that it is not.
CREATE TABLE overtaken (
    letter_no INTEGER PRIMARY KEY REFERENCES letter,
    by_no     INTEGER NOT NULL REFERENCES letter -- the latest that did
) STRICT;

-- Two adjacent letters of one force about one tool whose positions differ:
-- kind 'between' requests in time (clause 31), or 'review': two consecutive
-- stages of one request.
CREATE TABLE change (
    change_no         INTEGER PRIMARY KEY,
    kind              TEXT NOT NULL CHECK (kind IN ('between', 'review')),
    force_no          INTEGER NOT NULL REFERENCES force,
    tool_no           INTEGER NOT NULL REFERENCES tool,
    earlier_letter_no INTEGER NOT NULL REFERENCES letter,
    later_letter_no   INTEGER NOT NULL REFERENCES letter,
    from_position     TEXT NOT NULL,
    to_position       TEXT NOT NULL,
    certainty         TEXT NOT NULL CHECK (certainty IN ('certain', 'possible')),
    unexplained       TEXT CHECK (unexplained IN ('certain', 'possible')) -- the change, and no own acknowledgement
                                         -- published after the earlier and on or before the later; NULL: always explained
) STRICT;

-- Two letters of one force about one tool of which at least one may have met more than one advice
-- or record, and what holds of both where each date is one day for both (clause 65). Of letters
-- that are not here each is settled by itself.
CREATE TABLE letter_pair (
    letter_no   INTEGER NOT NULL REFERENCES letter, -- the later of the two in the order of clause 31
    before_no   INTEGER NOT NULL REFERENCES letter,
    same_advice TEXT CHECK (same_advice = 'certain' OR same_advice = 'possible'), -- and in that order of days; NULL: never
    same_state  TEXT CHECK (same_state = 'certain' OR same_state = 'possible'),   -- advice and own acknowledgement, in any order
    PRIMARY KEY (letter_no, before_no)
) STRICT, WITHOUT ROWID;

-- Letters answered after their request was logged and before the advice on it took effect, none
-- younger than the request being in force yet, with each date read once (G12).
CREATE TABLE early_answer (
    letter_no   INTEGER NOT NULL REFERENCES letter,
    guidance_no INTEGER NOT NULL REFERENCES guidance, -- the advice that was still to come
    certainty   TEXT NOT NULL CHECK (certainty = 'certain' OR certainty = 'possible'),
    PRIMARY KEY (letter_no, guidance_no)
) STRICT, WITHOUT ROWID;

-- One question of one request about one tool, as forces are compared (clause 17).
-- Counts are of forces, by their latest expanded row.
CREATE TABLE unit (
    unit_no     INTEGER PRIMARY KEY,
    request_no  INTEGER NOT NULL REFERENCES request,
    question_no INTEGER REFERENCES question,
    tool_no     INTEGER NOT NULL REFERENCES tool,
    topic       TEXT NOT NULL,
    confirming  INTEGER NOT NULL,
    denying     INTEGER NOT NULL,
    qualified   INTEGER NOT NULL DEFAULT 0, -- of denying: with a partial NCND (clause 47)
    ncnd        INTEGER NOT NULL,
    silent      INTEGER NOT NULL,        -- all other silences
    unread      INTEGER NOT NULL,
    confirming_acknowledged INTEGER NOT NULL, -- of confirming: own acknowledgement in every reading
    ncnd_unacknowledged     INTEGER NOT NULL, -- of ncnd: none in any reading
    guided      INTEGER NOT NULL,        -- forces for whose answer, silent or not, guidance is in force in some reading
    ncnd_bases  INTEGER NOT NULL,        -- distinct sets of NCND subsections, the most in any one regime
    is_marginal INTEGER NOT NULL         -- 1: every answer with a position is on meetings or other (clause 60)
) STRICT;

CREATE TABLE cell (                      -- what one force's latest row says to one unit
    unit_no     INTEGER NOT NULL REFERENCES unit,
    force_no    INTEGER NOT NULL REFERENCES force,
    response_no INTEGER NOT NULL REFERENCES response,
    position    TEXT NOT NULL,
    qualified   INTEGER NOT NULL,        -- 1: a denial with a partial NCND (clause 47)
    PRIMARY KEY (unit_no, force_no)
) STRICT, WITHOUT ROWID;

-- How alike the wordings of the answers to one unit are, where two or more are known: runs of
-- five words, by letters/shingles.h (clause 73).
CREATE TABLE wording_likeness (
    unit_no        INTEGER NOT NULL REFERENCES unit,
    force_no       INTEGER NOT NULL REFERENCES force,
    response_no    INTEGER NOT NULL REFERENCES response,
    wording        INTEGER NOT NULL,     -- number of its wording in the unit: forces of one number say the same
    runs           INTEGER NOT NULL,     -- different runs of five words in its wording
    others         INTEGER NOT NULL,     -- other wordings of the unit
    alike          INTEGER NOT NULL,     -- of these: of likeness 0.5 or more
    nearest_no     INTEGER NOT NULL REFERENCES force, -- whose wording is most like it, the first of several
    nearest        REAL NOT NULL,        -- that likeness, 0 to 1
    guidance_no    INTEGER REFERENCES guidance, -- in force, with a form of words; NULL: none, or not certain
    share_of_form  REAL,                 -- of its runs: in that form of words
    diverges       INTEGER NOT NULL,     -- 1: an NCND unlike all others, which are alike (X12)
    PRIMARY KEY (unit_no, force_no)
) STRICT, WITHOUT ROWID;

-- Each two different wordings of a unit with no more of them than fit a table on a page.
CREATE TABLE wording_pair (
    unit_no  INTEGER NOT NULL REFERENCES unit,
    wording  INTEGER NOT NULL,
    other    INTEGER NOT NULL,           -- greater than wording
    likeness REAL NOT NULL,
    PRIMARY KEY (unit_no, wording, other)
) STRICT, WITHOUT ROWID;

-- Members of one collaboration that answered one unit with different positions
-- (X05). What each may be, over its readings: not a member that day, or a member
-- with or without an own acknowledgement, conforming or not; once for each reading of the
-- advice's dates, which are one day for all members (clause 65).
CREATE TABLE partner (
    unit_no          INTEGER NOT NULL REFERENCES unit,
    collaboration_no INTEGER NOT NULL REFERENCES collaboration,
    reading          INTEGER NOT NULL,
    force_no         INTEGER NOT NULL REFERENCES force,
    response_no      INTEGER NOT NULL REFERENCES response,
    position         TEXT NOT NULL,
    maybe_outside    INTEGER NOT NULL,
    maybe_acknowledged_conforming   INTEGER NOT NULL,
    maybe_unacknowledged_conforming INTEGER NOT NULL,
    maybe_departing  INTEGER NOT NULL,   -- a member that does not conform, or without guidance
    PRIMARY KEY (unit_no, collaboration_no, reading, force_no)
) STRICT, WITHOUT ROWID;

-- Forces that received a request and have not answered it (X06).
CREATE TABLE awaited (
    circulation_no INTEGER PRIMARY KEY REFERENCES circulation,
    due_earliest   INTEGER NOT NULL,     -- the 20th or 40th working day after each end of the receipt
    due_latest     INTEGER NOT NULL,
    due_working_days INTEGER NOT NULL,   -- which of them (clause 58)
    overdue        TEXT CHECK (overdue IN ('certain', 'possible')), -- NULL: not yet due on as-of
    response_no    INTEGER REFERENCES response -- a row that says no_response, else one that takes more time, if there is one
) STRICT;

-- Answers that are still to come, or have not come in time: to a circulated request, or to one of
-- which a row says when it came and that there is no answer yet (clause 77).
CREATE TABLE deadline (
    force_no           INTEGER NOT NULL REFERENCES force,
    request_no         INTEGER NOT NULL REFERENCES request,
    stage_no           INTEGER NOT NULL REFERENCES stage,   -- initial or internal_review
    tool_no            INTEGER REFERENCES tool,             -- NULL: not known
    circulation_no     INTEGER REFERENCES circulation,      -- NULL: the row says when it came
    response_no        INTEGER REFERENCES response,         -- a row of no_response, else one that takes more time
    received_earliest  INTEGER NOT NULL,
    received_latest    INTEGER NOT NULL,
    twentieth_earliest INTEGER,          -- the 20th working day after each end of the receipt; NULL: holidays of that
    twentieth_latest   INTEGER,          -- year are not known
    fortieth_earliest  INTEGER,          -- the 40th, where a letter takes more time
    fortieth_latest    INTEGER,
    due_earliest       INTEGER,          -- the one of them that counts (clause 58)
    due_latest         INTEGER,
    due_working_days   INTEGER,
    passed             TEXT CHECK (passed IN ('certain', 'possible')), -- on as-of; NULL: still to come, or not known
    PRIMARY KEY (force_no, request_no, stage_no)
) STRICT, WITHOUT ROWID;

-- What the world knows of a force and a tool at as-of (clause 36).
CREATE TABLE public_position (
    tool_no            INTEGER NOT NULL REFERENCES tool,
    force_no           INTEGER NOT NULL REFERENCES force,
    position           TEXT NOT NULL CHECK (position = 'confirm' OR position = 'deny' OR position = 'ncnd'),
    acknowledgement_no INTEGER REFERENCES acknowledgement, -- where it stands on an own acknowledgement
    letter_no          INTEGER REFERENCES letter,          -- else the letter it stands on
    qualified          INTEGER NOT NULL, -- 1: a denial with a partial NCND (clause 47)
    older_than_line    INTEGER NOT NULL, -- 1: it rests on a letter from before there was advice (clause 48)
    PRIMARY KEY (tool_no, force_no)
) STRICT, WITHOUT ROWID;

-- Of which forces no position is known although something is (clause 79): to a request about a tool,
-- and about the tool whatever the request. A force without a row here and without a position is one of
-- which it is not known whether it was asked.
CREATE TABLE silence (
    tool_no     INTEGER NOT NULL REFERENCES tool,
    request_no  INTEGER NOT NULL,        -- 0: any about the tool
    force_no    INTEGER NOT NULL REFERENCES force,
    kind        TEXT NOT NULL REFERENCES silence_kind,
    response_no INTEGER REFERENCES response, -- the row that says so; NULL: circulation.csv does, or the last audit
    gone        TEXT,                    -- withdrawn: the rows of the last audit
    PRIMARY KEY (tool_no, request_no, force_no)
) STRICT, WITHOUT ROWID;

-- The chain of a tool: every letter that takes a position on use, every ruling and every
-- acknowledgement, in order of time (undated ones first), with how many forces stand
-- on each side after the step. A force stands on its own acknowledgement from its step to
-- that of its withdrawal, else on its latest letter.
CREATE TABLE chain_step (
    tool_no            INTEGER NOT NULL REFERENCES tool,
    step               INTEGER NOT NULL,
    kind               TEXT NOT NULL CHECK (kind = 'letter' OR kind = 'acknowledgement' OR kind = 'withdrawal' OR kind = 'ruling'),
    letter_no          INTEGER REFERENCES letter,
    acknowledgement_no INTEGER REFERENCES acknowledgement,
    ruling_no          INTEGER REFERENCES ruling,
    day_earliest       INTEGER,
    day_latest         INTEGER,
    confirming         INTEGER NOT NULL,
    denying            INTEGER NOT NULL,
    ncnd               INTEGER NOT NULL,
    PRIMARY KEY (tool_no, step)
) STRICT, WITHOUT ROWID;

-- With what a step became inconsistent. A split that the step opens has a row for each
-- force on the other side; one that it joins a row that leads to the step that opened it.
CREATE TABLE chain_conflict (
    tool_no     INTEGER NOT NULL REFERENCES tool,
    step        INTEGER NOT NULL,
    with_step   INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind = 'own-line' OR kind = 'record' OR kind = 'collaboration' OR kind = 'split'),
    effect      TEXT CHECK (effect IN ('opens', 'joins')), -- of a split
    other_side  TEXT NOT NULL CHECK (other_side = 'confirm' OR other_side = 'deny' OR other_side = 'ncnd'),
    forces      INTEGER NOT NULL,        -- on that side
    is_expected INTEGER NOT NULL,        -- 1: all that confirm stand on acknowledgements of their own, which explains the split
    certainty   TEXT NOT NULL CHECK (certainty IN ('certain', 'possible')), -- of the order in time
    PRIMARY KEY (tool_no, step, kind, other_side, with_step),
    FOREIGN KEY (tool_no, step) REFERENCES chain_step,
    FOREIGN KEY (tool_no, with_step) REFERENCES chain_step
) STRICT, WITHOUT ROWID;
