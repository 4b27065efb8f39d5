-- What a rule looks at is seen from its SQL, behind the header; one that reads findings looks
-- at what they look at. `of_the_day`: at the record, or the advice, only as it was on the day
-- of a letter.
CREATE TEMP TABLE rule_reads AS
SELECT side, rule_id, body,
       body REGEXP 'acknowledg|reading|unexplained|public_position|partner|conforms|\bfinding\b' AS record,
       body REGEXP 'guidance|guided|reading|conforms|advice|\bfinding\b' AS advice,
       NOT body REGEXP '\b(acknowledgement(_for)?|v_acknowledgements|unexplained|public_position|partner|exposure|finding)\b'
           AS record_of_the_day,
       NOT body REGEXP '\b(effective_\w+|v_guidance|finding)\b' AS advice_of_the_day,
       body REGEXP '\bfinding\b' AS findings
FROM (SELECT side, rule_id, substr(sql, instr(sql, char(10) || char(10))) AS body
      FROM (SELECT 'resolved' AS side, rule_id, sql FROM old.rule
            UNION ALL SELECT 'new', rule_id, sql FROM main.rule
            UNION ALL SELECT 'altered', rule_id, sql FROM main.rule));
CREATE UNIQUE INDEX temp.rule_reads_of ON rule_reads (side, rule_id);

-- Columns that say where a row comes from and what it is called: a change there matters only to
-- a rule that reads them.
CREATE TEMP TABLE telling (key TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO telling (key) VALUES
    ('note'), ('notes'), ('reference'), ('text'), ('text_file'), ('coded_by'), ('coded_confidence'), ('coded_words'), ('link'), ('source_url'), ('source'), ('retrieved_on'), ('summary'),
    ('title'), ('name'), ('vendor'), ('abbreviation'), ('area_code'), ('grid_col'), ('grid_row'), ('rocu'), ('lead'), ('confidence');

-- For whom an acknowledgement speaks about which tool, then or now, and from when to when it
-- may be in force: by its force, by membership, and up the tree of tools.
CREATE TEMP TABLE record_of AS
SELECT a.acknowledgement_id, f.force_id, t.tool_id, x.possible_from, x.possible_to
FROM old.acknowledgement_for x
JOIN old.acknowledgement a ON a.acknowledgement_no = x.acknowledgement_no
JOIN old.force f ON f.force_no = x.force_no
JOIN old.tool t ON t.tool_no = x.tool_no
UNION
SELECT a.acknowledgement_id, f.force_id, t.tool_id, x.possible_from, x.possible_to
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

-- Why, the nearest causes: the lower the rank, the nearer. A cause that is a row names it, so
-- that drop_idle_causes.sql can look whether it can have mattered.
CREATE TEMP TABLE cause (side TEXT, finding_id TEXT, rank INTEGER, reason TEXT, because TEXT, file_kind TEXT, row_id TEXT);

INSERT INTO cause (side, finding_id, rank, reason, because, file_kind, row_id)
SELECT 'resolved', s.finding_id, 0, 'waiver', w.reason || ' (' || w.approved_by_role || ')', NULL, NULL
FROM subject s
JOIN main.finding f ON f.finding_id = s.finding_id AND f.status = 'waived'
JOIN main.waiver w ON w.waiver_no = f.waiver_no
WHERE s.side = 'resolved'
UNION ALL
SELECT s.side, s.finding_id, 0,
       iif(f.parties_digest IS n.parties_digest, 'waiver ended', 'waived for other parties'),
       w.reason || ' (' || w.approved_by_role || ')', NULL, NULL
FROM subject s
JOIN main.finding n ON n.finding_no = s.finding_no AND n.status = 'open'
JOIN old.finding f ON f.finding_id = s.finding_id AND f.status = 'waived'
JOIN old.waiver w ON w.waiver_no = f.waiver_no
WHERE s.side <> 'resolved'
UNION ALL
-- A row it rests on.
SELECT r.side, r.finding_id,
       CASE WHEN r.file_kind = 'guidance' THEN 4 WHEN r.file_kind = 'acknowledgements' THEN 3
            WHEN c.change = 'withdrawn' THEN 1 ELSE 2 END,
       CASE r.file_kind
       WHEN 'guidance' THEN 'guidance changed'
       WHEN 'acknowledgements' THEN CASE c.change WHEN 'added' THEN 'acknowledgement appeared' WHEN 'changed' THEN 'acknowledgement changed'
                                                  ELSE 'acknowledgement withdrawn from the pack' END
       WHEN 'rulings' THEN CASE c.change WHEN 'added' THEN 'ruling appeared' WHEN 'changed' THEN 'ruling changed'
                                         ELSE 'ruling withdrawn from the pack' END
       ELSE CASE c.change WHEN 'withdrawn' THEN 'withdrawn from the pack' WHEN 'added' THEN 'row added' ELSE 'row changed' END END,
       c.file_kind || ' ' || c.row_id || coalesce(' (' || c.columns || ')', ''), c.file_kind, c.row_id
FROM subject_row r
JOIN input_change c ON c.file_kind = r.file_kind AND c.row_id = r.row_id
UNION ALL
-- The public record of the forces concerned.
SELECT DISTINCT k.side, k.finding_id, 3,
       CASE c.change WHEN 'added' THEN 'acknowledgement appeared' WHEN 'changed' THEN 'acknowledgement changed'
                     ELSE 'acknowledgement withdrawn from the pack' END,
       'acknowledgements ' || c.row_id || coalesce(' (' || c.columns || ')', ''), c.file_kind, c.row_id
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
SELECT a.side, a.finding_id, 4, 'guidance changed',
       'for ' || a.response_id || ': ' || coalesce(a.old_guidance, 'none') || ' -> ' || coalesce(a.new_guidance, 'none'), NULL, NULL
FROM subject_answer a
JOIN subject s ON s.side = a.side AND s.finding_id = a.finding_id
JOIN rule_reads d ON d.side = s.side AND d.rule_id = s.rule_id AND d.advice
WHERE a.is_in_both AND a.old_guidance IS NOT a.new_guidance
  AND EXISTS (SELECT 1 FROM input_change c          -- else the record chose another row of the advice
              WHERE c.file_kind = 'guidance' AND instr(a.advice_rows, ', ' || c.row_id || ', '))
UNION ALL
-- A guidance row that is in force for them, then or now, under the same id.
SELECT DISTINCT a.side, a.finding_id, 4, 'guidance changed', 'guidance ' || c.row_id || ' (' || c.columns || ')', c.file_kind, c.row_id
FROM subject_answer a
JOIN subject s ON s.side = a.side AND s.finding_id = a.finding_id
JOIN rule_reads d ON d.side = s.side AND d.rule_id = s.rule_id AND d.advice
JOIN input_change c ON c.file_kind = 'guidance' AND c.change = 'changed'
                   AND instr(', ' || coalesce(a.old_guidance, '') || ', ' || coalesce(a.new_guidance, '') || ', ', ', ' || c.row_id || ', ')
WHERE NOT EXISTS (SELECT 1 FROM subject_row x WHERE x.side = a.side AND x.finding_id = a.finding_id
                  AND x.file_kind = 'guidance' AND x.row_id = c.row_id)
UNION ALL
-- Other answers on the same matter: for rules about one row, those that may supersede it;
-- for rules about one letter against itself, none.
SELECT DISTINCT k.side, k.finding_id, 5,
       'another answer ' || CASE c.change WHEN 'added' THEN 'appeared' WHEN 'changed' THEN 'changed'
                                          ELSE 'withdrawn from the pack' END,
       'responses ' || c.row_id || coalesce(' (' || c.columns || ')', ''), c.file_kind, c.row_id
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
       CASE WHEN c.change = 'added' THEN 'rule added' WHEN c.change = 'changed' THEN 'rule changed'
            WHEN EXISTS (SELECT 1 FROM main.rule_fault x JOIN old.rule r ON r.file = x.file WHERE r.rule_id = k.rule_id)
            THEN 'rule could not be used' ELSE 'rule gone' END, c.rule_id, NULL, NULL
FROM subject_key k
JOIN rule_change c ON c.rule_id = k.rule_id;
CREATE INDEX temp.cause_of ON cause (side, finding_id, rank);
