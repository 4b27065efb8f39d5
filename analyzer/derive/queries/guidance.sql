SELECT guidance_no, request_no, tool_no, effective_from_earliest, effective_from_latest,
       effective_to_earliest, effective_to_latest, condition, expects_confirm, expects_deny,
       expects_ncnd, expected_partial_ncnd
FROM guidance
ORDER BY guidance_no
