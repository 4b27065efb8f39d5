-- The old waivers as they are read, and what their ids meant: temporary, since nobody writes to a
-- finished audit.
CREATE TEMP TABLE old_waiver (
    line           INTEGER PRIMARY KEY,
    finding_id     TEXT,                 -- NULL: by rule and force
    rule_id        TEXT,                 -- upper case
    force_no       INTEGER,
    request_no     INTEGER,
    parties_digest TEXT,
    severity       TEXT,
    fault          TEXT                  -- why it cannot be brought up, whatever was found
);

-- Ids of findings that are no more, and what they were about: from the comparison with a baseline, or
-- from the findings.csv of then.
CREATE TEMP TABLE former_finding (
    finding_id TEXT PRIMARY KEY, rule_id TEXT, force_id TEXT, tool_id TEXT, request_id TEXT, question_id TEXT, fate TEXT
) WITHOUT ROWID;
INSERT INTO former_finding (finding_id, rule_id, force_id, tool_id, request_id, question_id, fate)
SELECT finding_id, rule_id, force_id, tool_id, request_id, question_id, reasons || coalesce(': ' || because, '')
FROM resolved_finding;

-- Waivers whose id names nothing now.
CREATE TEMP TABLE stale (line INTEGER PRIMARY KEY, finding_id TEXT, rule_id TEXT);

-- What the parts of a key may have been called: of which number, and how.
CREATE TEMP TABLE key_part (part TEXT, no INTEGER, said TEXT, PRIMARY KEY (part, no, said)) WITHOUT ROWID;

-- Findings that are the fact of a waiver. `is_wider`: it was of one question, and the finding is of
-- the letter as a whole.
CREATE TEMP TABLE candidate (line INTEGER, finding_no INTEGER, is_wider INTEGER, PRIMARY KEY (line, finding_no)) WITHOUT ROWID;
CREATE TEMP TABLE by_rule (line INTEGER, finding_no INTEGER, PRIMARY KEY (line, finding_no)) WITHOUT ROWID;

-- What becomes of each: why not, or the rows in its place (is_kept: as it was).
CREATE TEMP TABLE left_out (line INTEGER PRIMARY KEY, why TEXT);
CREATE TEMP TABLE renewed (line INTEGER, finding_id TEXT, parties_digest TEXT, is_kept INTEGER);
CREATE INDEX temp.renewed_of ON renewed (line, finding_id);
