CREATE INDEX finding_evidence_by_finding ON finding_evidence (finding_no);
CREATE INDEX finding_evidence_by_response ON finding_evidence (response_no);
CREATE INDEX finding_by_id ON finding (finding_id);
