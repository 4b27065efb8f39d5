SELECT 'setting', seed, permutations FROM measure_setting;
SELECT 'said', t.tool_id, q.request_id, f.force_id, l.position_on_use, coalesce(q.scope, ''),
       coalesce(q.logged_earliest, ''), coalesce(l.responded_earliest, '')
FROM letter l
JOIN tool t ON t.tool_no = l.tool_no
JOIN request q ON q.request_no = l.request_no
JOIN force f ON f.force_no = l.force_no
WHERE l.speaks_for_request;
SELECT DISTINCT 'advice', t.tool_id, g.effective_from_earliest, g.effective_from_latest
FROM tool t
JOIN tool_ancestor ta ON ta.tool_no = t.tool_no
JOIN guidance g ON g.tool_no IS NULL OR g.tool_no = ta.ancestor_no
WHERE g.effective_from_earliest IS NOT NULL AND t.tool_no IN (SELECT tool_no FROM letter)
ORDER BY t.tool_id, 3, 4;
SELECT 'judged', t.tool_id, l.force_no, l.responded_earliest, l.responded_latest, r.conforms = 'yes'
FROM letter l
JOIN tool t ON t.tool_no = l.tool_no
JOIN v_responses r ON r.response_no = l.response_no
WHERE l.position_on_use <> 'silent' AND r.conforms IN ('yes', 'no') AND l.responded_earliest IS NOT NULL
ORDER BY l.letter_no;
SELECT 'asked', l.tool_id, r.applicant_kind, l.position_on_use, count(*)
FROM v_letters l
JOIN v_responses r ON r.response_no = l.response_no
WHERE l.stage = 'initial' AND l.position_on_use <> 'silent' AND r.applicant_kind IS NOT NULL
GROUP BY l.tool_id, r.applicant_kind, l.position_on_use;
