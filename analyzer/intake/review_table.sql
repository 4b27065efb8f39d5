-- The lines of a proposals.csv that a person gives back (`concord classify --review`), those without a decision too.
CREATE TEMP TABLE review_line (
    line        INTEGER PRIMARY KEY,
    letter_id   TEXT NOT NULL,
    response_id TEXT,
    text_sha256 TEXT NOT NULL,
    question_id TEXT,
    coding_id   TEXT,
    reading     TEXT NOT NULL,
    decision    TEXT,
    proposed    TEXT NOT NULL,           -- JSON: column of responses.csv to what was read
    decided     TEXT NOT NULL,           -- the same: to what the person wrote, where anything
    decided_by  TEXT,
    decided_on  TEXT,
    reason      TEXT,
    classifier  TEXT
) STRICT;
