INSERT INTO guidance
    (guidance_id, title, request_no, tool_no, effective_from_earliest, effective_from_latest,
     effective_to_earliest, effective_to_latest, condition, expected_stance, expects_confirm,
     expects_deny, expects_ncnd, expected_partial_ncnd, required_exemptions, requires_link, source,
     file_no, line)
VALUES (:guidance_id, :title, :request_no, :tool_no, :effective_from_earliest,
        :effective_from_latest, :effective_to_earliest, :effective_to_latest, :condition,
        :expected_stance, :expects_confirm, :expects_deny, :expects_ncnd, :expected_partial_ncnd,
        :required_exemptions, :requires_link, :source, :file_no, :line);
