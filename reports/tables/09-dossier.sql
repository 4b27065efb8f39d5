-- What a dossier is about, and what is worked out for it in C (analyzer/dossier); 10-dossier-parts.sql and 11-dossier-sheets.sql have the rest.
CREATE TEMP TABLE dossier_subject (
    force_no INTEGER NOT NULL, request_no INTEGER, tool_no INTEGER, -- NULL: whichever
    is_whole INTEGER,                   -- 1: all that stands behind the two sheets; NULL: the sheets alone
    masking  TEXT,                      -- what every page says of masking
    left_out TEXT                       -- where what the sheets leave out can be read
);

-- How much two sheets of paper hold.
CREATE TEMP TABLE dossier_size AS
SELECT 8 AS letters_on_sheet, 4 AS records_on_sheet, 3 AS tools_on_sheet, 3 AS advice_on_sheet,
       280 AS message_shown, 200 AS counter_shown, 160 AS remedy_shown, -- of a matter, in letters
       8 AS names_on_sheet, 3 AS dates_on_sheet,
       3 AS tools_answered,             -- of which the answers that could be given are worked out
       60 AS letters_in_full, 60 AS matters_in_full, 24 AS findings_of_matter, 200 AS others_in_full, 20000 AS text_shown;

-- An answer that could be given today, and what it would do (analyzer/precheck/options.c).
CREATE TEMP TABLE dossier_answer (
    tool_no INTEGER, place INTEGER, answer TEXT, expected_by TEXT, critical INTEGER, high INTEGER, medium INTEGER,
    low INTEGER, info INTEGER, finding_ids TEXT, own INTEGER, with_it INTEGER, against INTEGER, bits REAL
);
CREATE TEMP TABLE dossier_advice (
    tool_no INTEGER, place INTEGER, guidance_id TEXT, title TEXT, in_force TEXT, what TEXT, why TEXT, needs TEXT,
    file TEXT, line INTEGER
);
-- What else a letter can be read to say (analyzer/dossier/readings.c).
CREATE TEMP TABLE dossier_reading (response_no INTEGER, reading TEXT, stance TEXT, words TEXT);
CREATE TEMP TABLE dossier_expected (tool_no INTEGER, place INTEGER, element TEXT, wanted TEXT, basis TEXT, source TEXT);

-- What the parts of one dossier share (10-dossier-parts.sql, 11-dossier-sheets.sql).
CREATE TEMP TABLE dossier_tool (tool_no INTEGER, tool_id TEXT, tool TEXT, place INTEGER);
CREATE TEMP TABLE dossier_age (day INTEGER PRIMARY KEY, age TEXT);
CREATE TEMP TABLE dossier_letter (letter_no INTEGER, response_no INTEGER, tool_no INTEGER, request_no INTEGER, is_on_request INTEGER, n INTEGER, later INTEGER);
CREATE TEMP TABLE dossier_record (acknowledgement_no INTEGER, level INTEGER, state INTEGER);
CREATE TEMP TABLE dossier_finding (finding_no INTEGER PRIMARY KEY, matter_no INTEGER, status TEXT, is_own INTEGER);
CREATE TEMP TABLE dossier_matter (matter_no INTEGER PRIMARY KEY, matter_id TEXT, is_own INTEGER, leading_no INTEGER, severity TEXT, findings INTEGER, place INTEGER, matters INTEGER);
CREATE TEMP TABLE dossier_counter (finding_no INTEGER, strength INTEGER, words TEXT);
CREATE TEMP TABLE dossier_date (date TEXT, day INTEGER, state TEXT, words TEXT);
CREATE TEMP TABLE dossier_room (others_first INTEGER, matters_on_sheet INTEGER);
CREATE INDEX temp.dossier_counter_of ON dossier_counter (finding_no, strength);

-- What was decided, in words for a meeting.
CREATE TEMP TABLE dossier_stance (stance TEXT PRIMARY KEY, words TEXT NOT NULL);
INSERT INTO dossier_stance (stance, words) VALUES
    ('disclosed', 'held, and given'), ('held_exempt', 'held, and withheld'), ('held_s21', 'held, and already public (section 21)'),
    ('held_part', 'held in part'), ('not_held', 'not held'), ('ncnd', 'neither confirmed nor denied (NCND)'),
    ('refused_cost', 'refused for its cost'), ('refused_vexatious', 'refused as vexatious'), ('clarification', 'asked what is meant'),
    ('transferred', 'passed to another body'), ('no_response', 'no answer'), ('extended', 'more time taken'),
    ('unread', 'not read'), ('other', 'something else');
