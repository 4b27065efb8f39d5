-- What the pack gives without the draft (compare.c). A repeated identity counts once.
CREATE TEMP TABLE past_finding (
    past_no INTEGER PRIMARY KEY, finding_id TEXT UNIQUE, rule_id TEXT, title TEXT, basis TEXT, severity TEXT,
    certainty TEXT, status TEXT, message TEXT, force_id TEXT, tool_id TEXT, request_id TEXT, question_id TEXT,
    date TEXT, parties_digest TEXT, matter_id TEXT
);
CREATE TEMP TABLE past_evidence (finding_id TEXT, role TEXT, file_kind TEXT, row_id TEXT, force_id TEXT, source TEXT);
CREATE INDEX temp.past_evidence_of ON past_evidence (finding_id);
CREATE TEMP TABLE moved_evidence (finding_id TEXT, move TEXT, file_kind TEXT, row_id TEXT);
