-- What the numbers say (RISK.md): exposure, complaint risk, agreement, change. Filled by
-- analyzer/measure, exposure before the rules (R01 reads it), the rest after them.
-- NULL is undefined, and says why where a column `undefined` stands beside it; in an
-- audit for the public also what would point at a single force.

-- The assumptions of the exposure model: the value in force and the range over which the
-- Monte Carlo draws. The rows here are the defaults; --prior and --ratio change `value`.
CREATE TABLE parameter (
    parameter_no INTEGER PRIMARY KEY,    -- as enum exposure_parameter counts
    name         TEXT NOT NULL UNIQUE,
    value        REAL NOT NULL CHECK (value > 0),
    low          REAL NOT NULL CHECK (low > 0),
    high         REAL NOT NULL CHECK (high >= low),
    meaning      TEXT NOT NULL
) STRICT;
INSERT INTO parameter (parameter_no, name, value, low, high, meaning) VALUES
    (0, 'a_p', 1, 0.5, 3, 'share of forces that use the tool, Beta(a_p, b_p): towards more'),
    (1, 'b_p', 1, 0.5, 3, 'share of forces that use the tool, Beta(a_p, b_p): towards fewer'),
    (2, 'a_1', 9, 3, 30, 'chance that a user answers NCND, Beta(a_1, b_1): towards more'),
    (3, 'b_1', 1, 0.5, 3, 'chance that a user answers NCND, Beta(a_1, b_1): towards less'),
    (4, 'a_0', 1, 0.5, 3, 'chance that a non-user answers NCND, Beta(a_0, b_0): towards more'),
    (5, 'b_0', 1, 0.5, 3, 'chance that a non-user answers NCND, Beta(a_0, b_0): towards less'),
    (6, 'third_party', 3, 1, 10, 'likelihood ratio of an acknowledgement by a third party'),
    (7, 'collaboration', 10, 2, 50, 'likelihood ratio of an acknowledgement by a collaboration');

CREATE TABLE measure_setting (
    only_one     INTEGER PRIMARY KEY CHECK (only_one = 1),
    audience     TEXT NOT NULL DEFAULT 'internal' CHECK (audience IN ('internal', 'public')),
    seed         INTEGER NOT NULL DEFAULT 1,
    users_low    INTEGER NOT NULL DEFAULT 5, -- the band of scenarios (RISK.md section 0)
    users_high   INTEGER NOT NULL DEFAULT 20 CHECK (users_high >= users_low),
    draws        INTEGER NOT NULL DEFAULT 10000,
    resamples    INTEGER NOT NULL DEFAULT 2000,
    permutations INTEGER NOT NULL DEFAULT 10000,
    least_cohort INTEGER NOT NULL DEFAULT 5  -- fewer forces than this are no cohort to the public
) STRICT;
INSERT INTO measure_setting (only_one) VALUES (1);

-- Section 0: counting alone, over the territorial forces, one row a scenario.
CREATE TABLE accounting_band (
    tool_no      INTEGER NOT NULL REFERENCES tool,
    users        INTEGER NOT NULL,       -- the scenario K, between those who confirmed and all but those who denied
    forces       INTEGER NOT NULL,
    confirming   INTEGER NOT NULL,
    denying      INTEGER NOT NULL,
    undetermined INTEGER NOT NULL,       -- asked or not
    p_use        REAL,                   -- of an undetermined force
    map_bits     REAL,                   -- what a reader still lacks
    all_bits     REAL,                   -- what he lacked before any answer
    denial_adds  REAL,                   -- to p_use of the others, when one more denies
    p_after_confirmation REAL,           -- p_use of the others, when one more confirms
    PRIMARY KEY (tool_no, users)
) STRICT, WITHOUT ROWID;

-- Section 1: the exposure model as sensitivity.
CREATE TABLE exposure (
    tool_no        INTEGER PRIMARY KEY REFERENCES tool,
    confirming     INTEGER NOT NULL,
    denying        INTEGER NOT NULL,
    ncnd           INTEGER NOT NULL,
    p_use          REAL,                 -- share of users expected among the NCND forces
    users_low      INTEGER,              -- 95 % interval of their number
    users_high     INTEGER,
    decodability   REAL,
    is_decodable   INTEGER NOT NULL,     -- 1: it is 2 or more, said to every audience
    prior_bits     REAL NOT NULL,
    posterior_bits REAL,
    leaked_bits    REAL,
    min_entropy_leakage REAL,
    draws          INTEGER NOT NULL,     -- of the assumptions, for these intervals:
    leaked_low     REAL,
    leaked_high    REAL,
    p_use_low      REAL,
    p_use_high     REAL,
    withheld       INTEGER NOT NULL      -- 1: fewer NCND forces than a cohort, for the public
) STRICT;

CREATE TABLE exposure_swing (            -- the tornado
    tool_no      INTEGER NOT NULL REFERENCES tool,
    parameter_no INTEGER NOT NULL REFERENCES parameter,
    leaked_at_low  REAL NOT NULL,
    leaked_at_high REAL NOT NULL,
    PRIMARY KEY (tool_no, parameter_no)
) STRICT, WITHOUT ROWID;

-- Each force with a public position. To the public only what a force has itself acknowledged.
CREATE TABLE force_exposure (
    tool_no       INTEGER NOT NULL REFERENCES tool,
    force_no      INTEGER NOT NULL REFERENCES force,
    third_party   INTEGER NOT NULL,      -- acknowledgements by others in force at as-of
    collaboration INTEGER NOT NULL,
    p_use         REAL,
    PRIMARY KEY (tool_no, force_no)
) STRICT, WITHOUT ROWID;

-- What would change if one force's public position were another. To the public one row a
-- tool and change, for any force without evidence of its own (force_no NULL).
CREATE TABLE whatif (
    whatif_no      INTEGER PRIMARY KEY,
    tool_no        INTEGER NOT NULL REFERENCES tool,
    force_no       INTEGER REFERENCES force,
    from_position  TEXT NOT NULL,
    to_position    TEXT NOT NULL,
    others_ncnd    INTEGER NOT NULL,     -- other forces with NCND before and after
    p_use_before   REAL,                 -- share of users expected among them
    p_use_after    REAL,
    share_low      REAL,                 -- 95 % interval of the share after the change
    share_high     REAL,
    decodability_after REAL,
    leaked_after   REAL,
    others_bits    REAL,                 -- bits about the other forces that the change gives away (less than 0: takes back)
    band_low       REAL,                 -- change of p_use in the accounting band, at its ends
    band_high      REAL
) STRICT;

-- The one letter whose change would lower exposure, or a force's complaint risk, most.
CREATE TABLE correction (
    correction_no INTEGER PRIMARY KEY,
    aim           TEXT NOT NULL CHECK (aim IN ('exposure', 'complaint_risk')),
    tool_no       INTEGER NOT NULL REFERENCES tool,
    force_no      INTEGER NOT NULL REFERENCES force,
    letter_no     INTEGER NOT NULL REFERENCES letter,
    to_position   TEXT,                  -- exposure
    before        REAL NOT NULL,         -- leaked bits, or the force's index
    after         REAL NOT NULL
) STRICT;

-- Section 2: weights, and which bases count.
CREATE TABLE complaint_weight (severity TEXT PRIMARY KEY REFERENCES severity, weight REAL NOT NULL) STRICT;
INSERT INTO complaint_weight (severity, weight)
VALUES ('critical', 0.60), ('high', 0.35), ('medium', 0.15), ('low', 0.05), ('info', 0);
CREATE TABLE complaint_basis (basis TEXT PRIMARY KEY) STRICT;
INSERT INTO complaint_basis (basis) VALUES ('statute'), ('regulator');
CREATE TABLE complaint_certainty (certainty TEXT PRIMARY KEY, factor REAL NOT NULL) STRICT;
INSERT INTO complaint_certainty (certainty, factor) VALUES ('certain', 1), ('possible', 0.5);

-- The open findings that the complaint risk weighs: of each matter the largest weight enters.
CREATE TABLE complaint_part (
    finding_no INTEGER PRIMARY KEY REFERENCES finding,
    force_no   INTEGER NOT NULL REFERENCES force,
    tool_no    INTEGER REFERENCES tool,
    matter_no  INTEGER NOT NULL REFERENCES matter,
    weight     REAL NOT NULL,
    counts     INTEGER NOT NULL          -- 1: the largest of its matter
) STRICT;

-- Section 3: agreement. One unit is one question of one request about one tool.
CREATE TABLE unit_agreement (
    unit_no        INTEGER PRIMARY KEY REFERENCES unit,
    answers        INTEGER NOT NULL,     -- forces with a position, at least two
    modal_position TEXT NOT NULL,        -- the first by name of those most often taken
    modal_share    REAL NOT NULL,
    modal_low      REAL NOT NULL,        -- Wilson
    modal_high     REAL NOT NULL,
    agreement      REAL NOT NULL,        -- share of agreeing pairs
    entropy_bits   REAL NOT NULL,
    explained_bits REAL NOT NULL,        -- of them, by who had an acknowledgement of its own: I(S;A)
    judged         INTEGER NOT NULL,     -- answers measured against advice in force
    conforming     INTEGER NOT NULL,
    conforming_low  REAL,                -- Wilson, of the share
    conforming_high REAL,
    conformance_agreement REAL           -- share of pairs alike in conforming or not; NULL: fewer than two judged
) STRICT;

CREATE TABLE tool_agreement (
    tool_no     INTEGER NOT NULL REFERENCES tool,
    orientation TEXT NOT NULL CHECK (orientation IN ('own-line', 'between-forces')),
    measured_on TEXT NOT NULL CHECK (measured_on IN ('position', 'conformance')),
    statistic   TEXT NOT NULL CHECK (statistic = 'agreement' OR statistic = 'alpha' OR statistic = 'kappa' OR statistic = 'ac1'),
    value       REAL,
    low         REAL,                    -- bootstrap over forces
    high        REAL,
    units       INTEGER NOT NULL,        -- that took part
    ratings     INTEGER NOT NULL,        -- in them
    raters      INTEGER NOT NULL,
    undefined_resamples INTEGER NOT NULL,
    undefined   TEXT,                    -- why there is no value
    PRIMARY KEY (tool_no, orientation, measured_on, statistic)
) STRICT, WITHOUT ROWID;

-- H(S) = H(S|A) + I(S;A) over all answers about a tool to the questions in unit_agreement.
CREATE TABLE tool_dispersion (
    tool_no        INTEGER PRIMARY KEY REFERENCES tool,
    answers        INTEGER NOT NULL,
    entropy_bits   REAL NOT NULL,
    explained_bits REAL NOT NULL
) STRICT;

-- Section 4: change.
CREATE TABLE change_test (
    change_test_no  INTEGER PRIMARY KEY,
    tool_no         INTEGER NOT NULL REFERENCES tool,
    test            TEXT NOT NULL,       -- stuart-maxwell, mcnemar, cochran-armitage, cochran-q, fisher, freeman-halton
    compares        TEXT NOT NULL,       -- in words
    n               INTEGER NOT NULL,
    statistic       REAL,
    degrees         INTEGER,
    p               REAL,
    p_low           REAL,                -- of a permutation test
    p_high          REAL,
    effect_name     TEXT NOT NULL,
    effect          REAL,
    effect_low      REAL,
    effect_high     REAL,
    undefined       TEXT
) STRICT;
