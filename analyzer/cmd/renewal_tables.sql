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
