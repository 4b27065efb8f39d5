-- The fixed vocabulary (DOMAIN.md), so that every code in a fact reads as a word.
-- Codes are those of domain/vocabulary.h; a unit test holds the two together.

CREATE TABLE stance (
    stance_no INTEGER PRIMARY KEY,
    stance    TEXT NOT NULL UNIQUE,
    position  TEXT NOT NULL CHECK (position = 'confirm' OR position = 'deny' OR position = 'ncnd' OR position = 'silent')
) STRICT;

INSERT INTO stance (stance_no, stance, position) VALUES
    (0, 'disclosed', 'confirm'), (1, 'held_exempt', 'confirm'), (2, 'held_s21', 'confirm'),
    (3, 'not_held', 'deny'), (4, 'ncnd', 'ncnd'),
    (5, 'refused_cost', 'silent'), (6, 'refused_vexatious', 'silent'), (7, 'clarification', 'silent'),
    (8, 'transferred', 'silent'), (9, 'no_response', 'silent'), (10, 'unread', 'silent'),
    (11, 'other', 'silent'), (12, 'held_part', 'confirm'), (13, 'extended', 'silent');

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
