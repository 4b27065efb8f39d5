-- id: U01
-- name: ncnd-without-covert-use
-- title: NCND about a tool that has no covert use
-- severity: low
-- basis: consistency
-- message: {force} neither confirmed nor denied about {tool} in {answer.letters}, although the register
--   says that the tool cannot be used covertly.
-- rationale: The advice keeps NCND for what may be used covertly. About a tool that cannot be, there may be
--   nothing to protect.
-- source: our own review of January 2025
-- remedy: Check the register; if it is right, ask why the answer was not a plain one.

SELECT r.force_no, r.tool_no, r.request_no, r.question_no,
       'answer' AS role, r.response_no, r.responded_earliest, r.responded_latest
FROM v_responses r
JOIN v_tools t ON t.tool_no = r.tool_no
WHERE r.position = 'ncnd' AND t.covert_capable = 'no'
