-- The tables of 4-findings.sql that a comparison fills, as temporary ones: for two audits
-- that nobody may write to.
CREATE TEMP TABLE baseline (only_one INTEGER PRIMARY KEY, pack TEXT, as_of TEXT, version TEXT);
CREATE TEMP TABLE finding_change (finding_id TEXT PRIMARY KEY, change TEXT, was_severity TEXT, was_certainty TEXT,
                                  parties_joined TEXT, parties_left TEXT, evidence_gained TEXT, evidence_lost TEXT, is_reworded INTEGER,
                                  reasons TEXT, because TEXT) WITHOUT ROWID;
CREATE TEMP TABLE party_change (finding_id TEXT, move TEXT, force_id TEXT);
CREATE TEMP TABLE resolved_finding (finding_id TEXT PRIMARY KEY, rule_id TEXT, severity TEXT, certainty TEXT,
                                    force_id TEXT, tool_id TEXT, request_id TEXT, question_id TEXT, date TEXT,
                                    message TEXT, reasons TEXT, because TEXT) WITHOUT ROWID;
CREATE TEMP TABLE input_change (file_kind TEXT, row_id TEXT, change TEXT, force_id TEXT, tool_id TEXT, request_id TEXT,
                                columns TEXT);
CREATE TEMP TABLE rule_change (rule_id TEXT PRIMARY KEY, change TEXT, title TEXT) WITHOUT ROWID;
CREATE TEMP TABLE matter_change (matter_no INTEGER PRIMARY KEY, change TEXT, was_matter_id TEXT);
CREATE TEMP TABLE former_matter (matter_id TEXT PRIMARY KEY, place INTEGER, outcome TEXT, matter_no INTEGER, severity TEXT,
                                 certainty TEXT, force_id TEXT, finding_ids TEXT, findings INTEGER, message TEXT) WITHOUT ROWID;
CREATE TEMP TABLE position_move (force_id TEXT, tool_id TEXT, from_position TEXT, to_position TEXT, from_id TEXT, from_date TEXT,
                                 from_request_id TEXT, to_id TEXT, to_date TEXT, to_request_id TEXT, PRIMARY KEY (force_id, tool_id)) WITHOUT ROWID;
