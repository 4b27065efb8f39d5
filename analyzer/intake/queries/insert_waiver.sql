INSERT INTO waiver
    (finding_id, rule_id, force_no, request_no, parties_digest, reason, approved_by_role, expires_earliest,
     expires_latest, file_no, line)
VALUES (:finding_id, :rule_id, :force_no, :request_no, :parties_digest, :reason, :approved_by_role,
        :expires_earliest, :expires_latest, :file_no, :line);
