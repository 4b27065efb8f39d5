-- Compares the audit in `old` with the one in `main` and fills baseline, finding_change,
-- resolved_finding, input_change and rule_change.

INSERT INTO baseline SELECT 1, pack, as_of, version FROM old.audit;

-- Inputs: rows by their identity (old_row and new_row are filled by compare.c).
INSERT INTO input_change
SELECT n.file_kind, n.row_id, 'added', n.force_id, n.tool_id, n.request_id, NULL
FROM new_row n
WHERE NOT EXISTS (SELECT 1 FROM old_row o WHERE o.file_kind = n.file_kind AND o.row_id = n.row_id)
UNION ALL
SELECT o.file_kind, o.row_id, 'withdrawn', o.force_id, o.tool_id, o.request_id, NULL
FROM old_row o
WHERE NOT EXISTS (SELECT 1 FROM new_row n WHERE n.file_kind = o.file_kind AND n.row_id = o.row_id)
UNION ALL
SELECT n.file_kind, n.row_id, 'altered', n.force_id, n.tool_id, n.request_id,
       (SELECT group_concat(k.key || ': ' || coalesce(substr(k.value, 1, 120), '-') || ' -> '
                            || coalesce(substr(n.content ->> k.key, 1, 120), '-'), '; ')
        FROM json_each(o.content) k
        WHERE k.value IS NOT n.content ->> k.key)
FROM new_row n
JOIN old_row o ON o.file_kind = n.file_kind AND o.row_id = n.row_id
WHERE n.content <> o.content
ORDER BY 1, 2;

INSERT OR IGNORE INTO rule_change
SELECT n.rule_id, 'added', n.title FROM main.rule n WHERE NOT EXISTS (SELECT 1 FROM old.rule o WHERE o.rule_id = n.rule_id)
UNION ALL
SELECT o.rule_id, 'withdrawn', o.title FROM old.rule o WHERE NOT EXISTS (SELECT 1 FROM main.rule n WHERE n.rule_id = o.rule_id)
UNION ALL
SELECT n.rule_id, 'altered', n.title FROM main.rule n JOIN old.rule o ON o.rule_id = n.rule_id WHERE o.sha256 <> n.sha256;

-- Findings: those of either side whose state is to be explained.
CREATE TEMP TABLE subject AS
SELECT 'resolved' AS side, f.finding_id, f.finding_no, f.rule_id, f.force_no, f.tool_no, f.request_no
FROM old.finding f
WHERE f.status = 'open' AND NOT EXISTS (SELECT 1 FROM main.finding n WHERE n.finding_id = f.finding_id AND n.status = 'open')
UNION ALL
SELECT 'new', f.finding_id, f.finding_no, f.rule_id, f.force_no, f.tool_no, f.request_no
FROM main.finding f
WHERE NOT EXISTS (SELECT 1 FROM old.finding o WHERE o.finding_id = f.finding_id)
   OR (f.status = 'open' AND EXISTS (SELECT 1 FROM old.finding o WHERE o.finding_id = f.finding_id AND o.status = 'waived'));

-- What a rule looks at is seen from its SQL, behind the header.
CREATE TEMP TABLE rule_reads AS
SELECT side, rule_id,
       substr(sql, instr(sql, char(10) || char(10))) REGEXP 'acknowledg|reading|unexplained|public_position|partner|conforms' AS record,
       substr(sql, instr(sql, char(10) || char(10))) REGEXP 'guidance|reading|conforms|advice' AS advice
FROM (SELECT 'resolved' AS side, rule_id, sql FROM old.rule UNION ALL SELECT 'new', rule_id, sql FROM main.rule);

CREATE TEMP TABLE subject_key AS
SELECT s.side, s.finding_id, s.finding_no, s.rule_id, f.force_id, t.tool_id, q.request_id
FROM subject s
LEFT JOIN old.force f ON f.force_no = s.force_no
LEFT JOIN old.tool t ON t.tool_no = s.tool_no
LEFT JOIN old.request q ON q.request_no = s.request_no
WHERE s.side = 'resolved'
UNION ALL
SELECT s.side, s.finding_id, s.finding_no, s.rule_id, f.force_id, t.tool_id, q.request_id
FROM subject s
LEFT JOIN main.force f ON f.force_no = s.force_no
LEFT JOIN main.tool t ON t.tool_no = s.tool_no
LEFT JOIN main.request q ON q.request_no = s.request_no
WHERE s.side = 'new';

CREATE TEMP TABLE subject_row AS      -- the rows it rests on
SELECT s.side, s.finding_id, e.file_kind, e.row_id, e.force_id
FROM subject s JOIN old.v_evidence e ON e.finding_no = s.finding_no WHERE s.side = 'resolved'
UNION
SELECT s.side, s.finding_id, e.file_kind, e.row_id, e.force_id
FROM subject s JOIN main.v_evidence e ON e.finding_no = s.finding_no WHERE s.side = 'new';
CREATE INDEX temp.subject_row_of ON subject_row (side, finding_id);

-- Which advice was in force, in some reading, for each of the answers concerned, then and now.
CREATE TEMP TABLE advised AS
SELECT 'old' AS then_or_now, w.response_id, group_concat(g.guidance_id, ', ') AS guidance
FROM (SELECT DISTINCT row_id FROM subject_row WHERE file_kind = 'responses') s
JOIN old.response_wording w ON w.response_id = s.row_id
JOIN old.response_meaning m ON m.response_no = w.response_no
JOIN (SELECT DISTINCT profile_no, guidance_no FROM old.profile_reading) d ON d.profile_no = m.profile_no
JOIN old.guidance g ON g.guidance_no = d.guidance_no
GROUP BY w.response_id
UNION ALL
SELECT 'new', w.response_id, group_concat(g.guidance_id, ', ')
FROM (SELECT DISTINCT row_id FROM subject_row WHERE file_kind = 'responses') s
JOIN main.response_wording w ON w.response_id = s.row_id
JOIN main.response_meaning m ON m.response_no = w.response_no
JOIN (SELECT DISTINCT profile_no, guidance_no FROM main.profile_reading) d ON d.profile_no = m.profile_no
JOIN main.guidance g ON g.guidance_no = d.guidance_no
GROUP BY w.response_id;

-- For whom an acknowledgement speaks about which tool, then or now: by its force, by
-- membership, and up the tree of tools.
CREATE TEMP TABLE record_of AS
SELECT a.acknowledgement_id, f.force_id, t.tool_id
FROM old.acknowledgement_for x
JOIN old.acknowledgement a ON a.acknowledgement_no = x.acknowledgement_no
JOIN old.force f ON f.force_no = x.force_no
JOIN old.tool t ON t.tool_no = x.tool_no
UNION
SELECT a.acknowledgement_id, f.force_id, t.tool_id
FROM main.acknowledgement_for x
JOIN main.acknowledgement a ON a.acknowledgement_no = x.acknowledgement_no
JOIN main.force f ON f.force_no = x.force_no
JOIN main.tool t ON t.tool_no = x.tool_no;
CREATE INDEX temp.record_of_row ON record_of (acknowledgement_id);

-- What a changed row is about, before and after the change.
CREATE TEMP TABLE changed AS
SELECT c.file_kind, c.row_id, c.change, c.columns, r.force_id, r.tool_id, r.request_id
FROM input_change c
JOIN (SELECT * FROM old_row UNION ALL SELECT * FROM new_row) r ON r.file_kind = c.file_kind AND r.row_id = c.row_id
GROUP BY c.file_kind, c.row_id, r.force_id, r.tool_id, r.request_id;
CREATE INDEX temp.changed_about ON changed (file_kind, tool_id, force_id);

-- Why. The lower the rank, the nearer the cause; ranks of 10 and more are named only
-- where nothing nearer is known.
CREATE TEMP TABLE cause (side TEXT, finding_id TEXT, rank INTEGER, reason TEXT, because TEXT);

INSERT INTO cause
SELECT 'resolved', s.finding_id, 0, 'waiver', w.reason || ' (' || w.approved_by_role || ')'
FROM subject s
JOIN main.finding f ON f.finding_id = s.finding_id AND f.status = 'waived'
JOIN main.waiver w ON w.waiver_no = f.waiver_no
WHERE s.side = 'resolved'
UNION ALL
SELECT 'new', s.finding_id, 0, 'waiver ended', w.reason || ' (' || w.approved_by_role || ')'
FROM subject s
JOIN old.finding f ON f.finding_id = s.finding_id AND f.status = 'waived'
JOIN old.waiver w ON w.waiver_no = f.waiver_no
WHERE s.side = 'new'
UNION ALL
-- A row it rests on.
SELECT r.side, r.finding_id,
       CASE WHEN r.file_kind = 'guidance' THEN 4 WHEN r.file_kind = 'acknowledgements' AND c.change = 'added' THEN 3
            WHEN c.change = 'withdrawn' THEN 1 ELSE 2 END,
       CASE WHEN r.file_kind = 'guidance' THEN 'guidance changed'
            WHEN r.file_kind = 'acknowledgements' AND c.change = 'added' THEN 'acknowledgement appeared'
            WHEN c.change = 'withdrawn' THEN 'row gone' WHEN c.change = 'added' THEN 'row added'
            ELSE 'row changed' END,
       c.file_kind || ' ' || c.row_id || coalesce(' (' || c.columns || ')', '')
FROM subject_row r
JOIN input_change c ON c.file_kind = r.file_kind AND c.row_id = r.row_id
UNION ALL
-- The public record of the forces concerned.
SELECT DISTINCT k.side, k.finding_id, 3,
       CASE c.change WHEN 'added' THEN 'acknowledgement appeared' WHEN 'altered' THEN 'acknowledgement changed'
                     ELSE 'acknowledgement gone' END,
       'acknowledgements ' || c.row_id || coalesce(' (' || c.columns || ')', '')
FROM subject_key k
JOIN rule_reads d ON d.side = k.side AND d.rule_id = k.rule_id AND d.record
JOIN record_of o ON (k.tool_id IS NULL OR o.tool_id = k.tool_id)
                AND (o.force_id = k.force_id
                     OR (k.force_id IS NULL AND (k.request_id IS NULL
                         OR o.force_id IN (SELECT force_id FROM subject_row r
                                           WHERE r.side = k.side AND r.finding_id = k.finding_id))))
JOIN input_change c ON c.file_kind = 'acknowledgements' AND c.row_id = o.acknowledgement_id
WHERE NOT EXISTS (SELECT 1 FROM subject_row r WHERE r.side = k.side AND r.finding_id = k.finding_id
                  AND r.file_kind = c.file_kind AND r.row_id = c.row_id)
UNION ALL
-- The advice in force for the answers concerned.
SELECT r.side, r.finding_id, 4, 'guidance changed',
       'for ' || r.row_id || ': ' || coalesce(o.guidance, 'none') || ' -> ' || coalesce(n.guidance, 'none')
FROM subject_row r
JOIN subject s ON s.side = r.side AND s.finding_id = r.finding_id
JOIN rule_reads d ON d.side = s.side AND d.rule_id = s.rule_id AND d.advice
LEFT JOIN advised o ON o.response_id = r.row_id AND o.then_or_now = 'old'
LEFT JOIN advised n ON n.response_id = r.row_id AND n.then_or_now = 'new'
WHERE r.file_kind = 'responses' AND o.guidance IS NOT n.guidance
  AND EXISTS (SELECT 1 FROM old_row x WHERE x.file_kind = 'responses' AND x.row_id = r.row_id)
  AND EXISTS (SELECT 1 FROM new_row x WHERE x.file_kind = 'responses' AND x.row_id = r.row_id)
  AND EXISTS (SELECT 1 FROM input_change c WHERE c.file_kind = 'guidance')
UNION ALL
-- A guidance row that is in force for them, then or now, under the same id.
SELECT DISTINCT r.side, r.finding_id, 4, 'guidance changed', 'guidance ' || c.row_id || ' (' || c.columns || ')'
FROM subject_row r
JOIN subject s ON s.side = r.side AND s.finding_id = r.finding_id
JOIN rule_reads d ON d.side = s.side AND d.rule_id = s.rule_id AND d.advice
JOIN advised a ON a.response_id = r.row_id
JOIN input_change c ON c.file_kind = 'guidance' AND c.change = 'altered'
                   AND instr(', ' || a.guidance || ', ', ', ' || c.row_id || ', ')
WHERE r.file_kind = 'responses'
  AND NOT EXISTS (SELECT 1 FROM subject_row x WHERE x.side = r.side AND x.finding_id = r.finding_id
                  AND x.file_kind = 'guidance' AND x.row_id = c.row_id)
UNION ALL
-- Other answers on the same matter: for rules about one row, those that may supersede it;
-- for rules about one letter against itself, none.
SELECT DISTINCT k.side, k.finding_id, 5,
       'another answer ' || CASE c.change WHEN 'added' THEN 'appeared' WHEN 'altered' THEN 'changed' ELSE 'gone' END,
       'responses ' || c.row_id || coalesce(' (' || c.columns || ')', '')
FROM subject_key k
JOIN changed c ON c.file_kind = 'responses'
              AND (k.tool_id IS NULL OR c.tool_id = k.tool_id)
              AND (k.force_id IS NULL OR c.force_id = k.force_id OR k.rule_id IN ('X03', 'X08'))
              AND (k.request_id IS NULL OR c.request_id = k.request_id
                   OR (k.force_id IS NOT NULL AND k.rule_id NOT GLOB 'G*' AND k.rule_id <> 'P02')
                   OR k.rule_id = 'G10')
WHERE NOT (k.rule_id GLOB '[LD]*' AND k.rule_id <> 'L10')
  AND NOT EXISTS (SELECT 1 FROM subject_row r WHERE r.side = k.side AND r.finding_id = k.finding_id
                  AND r.file_kind = c.file_kind AND r.row_id = c.row_id)
UNION ALL
SELECT k.side, k.finding_id, 6,
       CASE WHEN c.change = 'added' THEN 'rule added' WHEN c.change = 'altered' THEN 'rule changed'
            WHEN EXISTS (SELECT 1 FROM main.rule_fault x JOIN old.rule r ON r.file = x.file WHERE r.rule_id = k.rule_id)
            THEN 'rule could not be used' ELSE 'rule gone' END, c.rule_id
FROM subject_key k
JOIN rule_change c ON c.rule_id = k.rule_id
UNION ALL
-- Anything else that changed: about the same matter, or at all.
SELECT DISTINCT k.side, k.finding_id,
       CASE WHEN (c.force_id IS NULL OR k.force_id IS NULL OR c.force_id = k.force_id)
             AND (c.request_id IS NULL OR k.request_id IS NULL OR c.request_id = k.request_id) THEN 10 ELSE 11 END,
       'other input changed', c.file_kind || ' ' || c.row_id || coalesce(' (' || c.columns || ')', '')
FROM subject_key k
JOIN changed c ON c.file_kind <> 'waivers'
UNION ALL
SELECT k.side, k.finding_id, 12, 'audit date moved', coalesce(o.as_of, 'none') || ' -> ' || coalesce(n.as_of, 'none')
FROM subject_key k
CROSS JOIN old.audit o
CROSS JOIN main.audit n
WHERE o.as_of IS NOT n.as_of
UNION ALL
SELECT k.side, k.finding_id, 13, 'program changed', o.version || ' -> ' || n.version
FROM subject_key k
CROSS JOIN old.audit o
CROSS JOIN main.audit n
WHERE o.version <> n.version
UNION ALL
SELECT k.side, k.finding_id, 14, 'cause not found', NULL
FROM subject_key k;
CREATE INDEX temp.cause_of ON cause (side, finding_id, rank);

-- All near causes, or else the nearest of the far ones; at most three rows are named.
CREATE TEMP TABLE explained AS
WITH near AS (
    SELECT DISTINCT c.side, c.finding_id, c.rank, c.reason, c.because
    FROM cause c
    WHERE c.rank < 10
       OR c.rank = (SELECT min(rank) FROM cause m WHERE m.side = c.side AND m.finding_id = c.finding_id)
), reason AS (
    SELECT side, finding_id, group_concat(reason, '; ') AS reasons
    FROM (SELECT DISTINCT side, finding_id, rank, reason FROM near ORDER BY side, finding_id, rank, reason)
    GROUP BY side, finding_id
), place AS (
    SELECT *, row_number() OVER w AS place, count(*) OVER (PARTITION BY side, finding_id) AS n
    FROM near
    WHERE because IS NOT NULL
    WINDOW w AS (PARTITION BY side, finding_id ORDER BY rank, reason, because)
), because AS (
    SELECT side, finding_id,
           group_concat(because, '; ') || CASE WHEN max(n) > 3 THEN ' and ' || (max(n) - 3) || ' more' ELSE '' END AS because
    FROM (SELECT * FROM place WHERE place <= 3 ORDER BY side, finding_id, place)
    GROUP BY side, finding_id
)
SELECT r.side, r.finding_id, r.reasons, b.because
FROM reason r
LEFT JOIN because b ON b.side = r.side AND b.finding_id = r.finding_id;
CREATE UNIQUE INDEX temp.explained_of ON explained (side, finding_id);

INSERT OR IGNORE INTO finding_change
SELECT f.finding_id, iif(e.finding_id IS NULL, 'persisting', 'new'),
       CASE WHEN e.finding_id IS NULL AND o.severity <> f.severity THEN o.severity END,
       CASE WHEN e.finding_id IS NULL AND o.certainty <> f.certainty THEN o.certainty END,
       e.finding_id IS NULL AND o.message <> f.message, e.reasons, e.because
FROM main.finding f
LEFT JOIN explained e ON e.side = 'new' AND e.finding_id = f.finding_id
LEFT JOIN old.finding o ON o.finding_id = f.finding_id;

INSERT OR IGNORE INTO resolved_finding
SELECT f.finding_id, f.rule_id, f.severity, f.certainty, k.force_id, k.tool_id, k.request_id, qu.question_id, f.date,
       f.message, e.reasons, e.because
FROM subject_key k
JOIN old.finding f ON f.finding_no = k.finding_no
JOIN explained e ON e.side = 'resolved' AND e.finding_id = k.finding_id
LEFT JOIN old.question qu ON qu.question_no = f.question_no
WHERE k.side = 'resolved';

DROP TABLE temp.old_row;
DROP TABLE temp.new_row;
DROP TABLE temp.rule_reads;
DROP TABLE temp.subject;
DROP TABLE temp.subject_key;
DROP TABLE temp.subject_row;
DROP TABLE temp.advised;
DROP TABLE temp.record_of;
DROP TABLE temp.changed;
DROP TABLE temp.cause;
DROP TABLE temp.explained;
