-- Used by matters.c.

-- name: findings_to_group
SELECT coalesce(max(finding_no), 0) AS last_no FROM finding;

-- name: matter_links
-- Open findings that report one fact, two and two: each with the first of its rule, force, tool
-- and request, whatever the question; and, of one force, each with those of a rule that names its
-- rule (shares-cause-with) which rest on the same letter.
WITH shared AS (
    SELECT hub.rule_id AS hub_id, named.rule_id AS named_id
    FROM rule hub
    JOIN rule named ON ',' || replace(hub.shares_cause_with, ' ', '') || ',' LIKE '%,' || named.rule_id || ',%'
), resting AS MATERIALIZED (
    SELECT DISTINCT f.finding_no, f.rule_id, l.letter_no
    FROM finding f
    CROSS JOIN finding_evidence e ON e.finding_no = f.finding_no
    CROSS JOIN response_meaning m ON m.response_no = e.response_no
    CROSS JOIN letter l ON l.letter_no = m.letter_no AND l.force_no = f.force_no
    WHERE f.status = 'open' AND f.rule_id IN (SELECT hub_id FROM shared UNION SELECT named_id FROM shared)
)
SELECT finding_no, min(finding_no) OVER (PARTITION BY rule_id, force_no, tool_no, request_no) AS other_no
FROM finding
WHERE status = 'open'
UNION ALL
SELECT mine.finding_no, theirs.finding_no
FROM shared s
JOIN resting theirs ON theirs.rule_id = s.hub_id
JOIN resting mine ON mine.letter_no = theirs.letter_no AND mine.rule_id = s.named_id;

-- name: group_finding
UPDATE finding SET matter_no = :group_no WHERE finding_no = :finding_no AND status = 'open';
