INSERT INTO rule (rule_id, name, title, family, severity, basis, rationale, source, remedy, sql, sha256, file,
    shares_cause_with, party_roles)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
