-- Why, where nothing near is known: what changed about the same matter, the day of the audit, and
-- at last anything else. Of these only the nearest are named.
CREATE TEMP TABLE unexplained AS
SELECT k.* FROM subject_key k
WHERE NOT EXISTS (SELECT 1 FROM cause c WHERE c.side = k.side AND c.finding_id = k.finding_id);

INSERT INTO cause (side, finding_id, rank, reason, because, file_kind, row_id)
SELECT DISTINCT k.side, k.finding_id,
       CASE WHEN c.file_kind IN ('questions', 'requests') AND c.request_id = k.request_id THEN 10
            WHEN c.file_kind = 'tools' AND (c.tool_id = k.tool_id OR k.tool_id IS NULL) THEN 10
            WHEN c.file_kind = 'circulation' AND c.request_id = k.request_id AND c.force_id = k.force_id THEN 10
            WHEN c.file_kind IN ('commitments', 'collaborations', 'forces') AND c.force_id = k.force_id THEN 10
            WHEN (c.force_id IS NULL OR k.force_id IS NULL OR c.force_id = k.force_id)
             AND (c.request_id IS NULL OR k.request_id IS NULL OR c.request_id = k.request_id)
             AND (c.tool_id IS NULL OR k.tool_id IS NULL OR c.tool_id = k.tool_id) THEN 11
            ELSE 13 END,
       'other input changed', c.file_kind || ' ' || c.row_id || coalesce(' (' || c.columns || ')', ''), c.file_kind, c.row_id
FROM unexplained k
JOIN changed c ON c.file_kind NOT IN ('waivers', 'codings')
UNION ALL
SELECT k.side, k.finding_id, 11, 'audit date moved', coalesce(o.as_of, 'none') || ' -> ' || coalesce(n.as_of, 'none'), NULL, NULL
FROM unexplained k
CROSS JOIN old.audit o
CROSS JOIN main.audit n
WHERE o.as_of IS NOT n.as_of
UNION ALL
SELECT k.side, k.finding_id, 12, 'program changed', o.version || ' -> ' || n.version, NULL, NULL
FROM unexplained k
CROSS JOIN old.audit o
CROSS JOIN main.audit n
WHERE o.version <> n.version
UNION ALL
SELECT k.side, k.finding_id, 14, 'cause not found', NULL, NULL, NULL
FROM unexplained k;
