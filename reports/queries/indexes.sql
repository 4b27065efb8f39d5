-- From a finding to its evidence, and from a response to the findings that rest on it.
CREATE INDEX IF NOT EXISTS finding_evidence_of_finding ON finding_evidence (finding_no);
CREATE INDEX IF NOT EXISTS finding_evidence_of_response ON finding_evidence (response_no);
