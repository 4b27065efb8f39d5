-- The fixed vocabulary (DOMAIN.md), so that every code in a fact reads as a word.
-- Codes are those of domain/vocabulary.h; a unit test holds the two together.

CREATE TABLE stance (
    stance_no INTEGER PRIMARY KEY,
    stance    TEXT NOT NULL UNIQUE,
    position  TEXT NOT NULL CHECK (position = 'confirm' OR position = 'deny' OR position = 'ncnd' OR position = 'silent'),
    silence   TEXT NOT NULL DEFAULT 'other' REFERENCES silence_kind (kind) -- what a row of it is that takes no position
) STRICT;

-- Why of a force no position is known (clause 79): of a letter that takes none, of a letter that nobody has read,
-- and where there is no letter. `place` is the order in which they are told; `letter` stands for one on maps and in
-- matrices; `look` is how it is drawn.
CREATE TABLE silence_kind (
    kind   TEXT PRIMARY KEY,
    place  INTEGER NOT NULL UNIQUE,
    letter TEXT NOT NULL UNIQUE,
    look   TEXT NOT NULL CHECK (look = 'silent' OR look = 'unread' OR look = 'withdrawn' OR look = 'unanswered' OR look = 'not-asked' OR look = 'unknown'),
    short  TEXT NOT NULL,
    word   TEXT NOT NULL,
    one    TEXT NOT NULL,                -- "1 force ...", "2 forces ..."
    many   TEXT NOT NULL
) STRICT;

INSERT INTO silence_kind (kind, place, letter, look, short, word, one, many) VALUES
    ('refused_cost', 1, '£', 'silent', 'refused on cost', 'refused on cost', 'refused on cost', 'refused on cost'),
    ('refused_vexatious', 2, 'V', 'silent', 'vexatious', 'refused as vexatious', 'refused as vexatious', 'refused as vexatious'),
    ('clarification', 3, 'Q', 'silent', 'asked back', 'asked what was meant', 'asked what was meant', 'asked what was meant'),
    ('transferred', 4, 'T', 'silent', 'passed on', 'passed to another body', 'passed it to another body', 'passed it to another body'),
    ('extended', 5, 'E', 'silent', 'more time', 'took more time', 'took more time', 'took more time'),
    ('other', 6, '-', 'silent', 'no position', 'answered without a position', 'answered without a position', 'answered without a position'),
    ('unread', 7, 'U', 'unread', 'not read', 'answered, not yet read', 'gave an answer that nobody has read yet', 'gave answers that nobody has read yet'),
    ('withdrawn', 8, 'W', 'withdrawn', 'withdrawn', 'withdrawn from the pack', 'has an answer that is withdrawn from the pack', 'have an answer that is withdrawn from the pack'),
    ('unanswered', 9, '!', 'unanswered', 'no answer', 'asked, no answer known', 'was asked and no answer is known', 'were asked and no answer is known'),
    ('not_asked', 10, '×', 'not-asked', 'not asked', 'not asked', 'was not asked', 'were not asked'),
    ('unknown', 11, '?', 'unknown', 'unknown', 'not known whether asked', 'is not known to have been asked', 'are not known to have been asked');

INSERT INTO stance (stance_no, stance, position) VALUES
    (0, 'disclosed', 'confirm'), (1, 'held_exempt', 'confirm'), (2, 'held_s21', 'confirm'),
    (3, 'not_held', 'deny'), (4, 'ncnd', 'ncnd'),
    (5, 'refused_cost', 'silent'), (6, 'refused_vexatious', 'silent'), (7, 'clarification', 'silent'),
    (8, 'transferred', 'silent'), (9, 'no_response', 'silent'), (10, 'unread', 'silent'),
    (11, 'other', 'silent'), (12, 'held_part', 'confirm'), (13, 'extended', 'silent');

UPDATE stance SET silence = stance WHERE stance IN (SELECT kind FROM silence_kind);
UPDATE stance SET silence = 'unanswered' WHERE stance = 'no_response';

CREATE TABLE topic (topic_no INTEGER PRIMARY KEY, topic TEXT NOT NULL UNIQUE) STRICT;

INSERT INTO topic (topic_no, topic) VALUES
    (0, 'use'), (1, 'contract'), (2, 'cost'), (3, 'period'), (4, 'scope'), (5, 'extension'),
    (6, 'meetings'), (7, 'dpia'), (8, 'dsa'), (9, 'dpa'), (10, 'covert_use'), (11, 'other');

CREATE TABLE stage (stage_no INTEGER PRIMARY KEY, stage TEXT NOT NULL UNIQUE) STRICT;

INSERT INTO stage (stage_no, stage) VALUES (0, 'initial'), (1, 'internal_review'), (2, 'ico'), (3, 'tribunal');

CREATE TABLE held_statement (held_no INTEGER PRIMARY KEY, held_statement TEXT NOT NULL UNIQUE) STRICT;

INSERT INTO held_statement (held_no, held_statement) VALUES (0, 'confirm'), (1, 'deny'), (2, 'ncnd'), (3, 'none');

CREATE TABLE applicant_kind (applicant_no INTEGER PRIMARY KEY, applicant_kind TEXT NOT NULL UNIQUE) STRICT;

INSERT INTO applicant_kind (applicant_no, applicant_kind)
VALUES (0, 'journalist'), (1, 'individual'), (2, 'researcher'), (3, 'organisation');
