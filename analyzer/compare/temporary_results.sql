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
