-- Takes out causes that cannot have mattered: a column that the rule does not look at; advice or
-- a record that was the same, on the day of each of the finding's letters, before and after; the
-- answer of a force that stands where it stood.
DELETE FROM cause
WHERE rowid IN (
    SELECT x.rowid
    FROM cause x
    JOIN subject_key k ON k.side = x.side AND k.finding_id = x.finding_id
    JOIN rule_reads d ON d.side = k.side AND d.rule_id = k.rule_id
    JOIN input_change c ON c.file_kind = x.file_kind AND c.row_id = x.row_id
    WHERE (c.change = 'changed' AND NOT EXISTS (
               SELECT 1 FROM edited e
               WHERE e.file_kind = c.file_kind AND e.row_id = c.row_id
                 AND (e.key NOT IN (SELECT key FROM telling) OR instr(d.body, e.key))
                 -- a rule that asks when advice began does not ask when it ended
                 AND NOT (c.file_kind = 'guidance' AND NOT d.advice_of_the_day AND NOT d.findings
                          AND e.key IN ('effective_from', 'effective_to') AND NOT instr(d.body, e.key))))
       OR (c.file_kind = 'guidance' AND NOT (d.advice AND (NOT d.advice_of_the_day OR EXISTS (
               SELECT 1 FROM subject_answer a
               WHERE a.side = k.side AND a.finding_id = k.finding_id
                 AND ((a.is_in_both AND a.advice_moved)
                      OR (instr(a.advice_rows, ', ' || c.row_id || ', ')
                          AND (NOT a.is_in_both OR EXISTS (
                               SELECT 1 FROM edited e
                               WHERE e.file_kind = 'guidance' AND e.row_id = c.row_id
                                 AND e.key NOT IN ('effective_from', 'effective_to', 'title', 'source')))))))))
       OR (c.file_kind = 'acknowledgements' AND NOT (d.record AND (NOT d.record_of_the_day OR EXISTS (
               SELECT 1 FROM subject_answer a
               WHERE a.side = k.side AND a.finding_id = k.finding_id
                 AND iif(a.is_in_both, a.record_moved, EXISTS (
                         SELECT 1 FROM record_of o
                         WHERE o.acknowledgement_id = c.row_id AND o.possible_from <= a.latest
                           AND o.possible_to >= a.earliest))))))
       -- another answer, to an altered finding about several forces: of a force that stands there as before
       OR (x.side = 'altered' AND k.force_id IS NULL AND x.rank = 5 AND NOT EXISTS (
               SELECT 1 FROM evidence_move m
               JOIN subject_row r ON r.side = x.side AND r.finding_id = m.finding_id AND r.file_kind = m.file_kind
                                 AND r.row_id = m.row_id
               JOIN changed h ON h.file_kind = c.file_kind AND h.row_id = c.row_id AND h.force_id = r.force_id
               WHERE m.finding_id = x.finding_id))
       -- the record of a force that stands as before, to what the forces say about a tool
       OR (x.side = 'altered' AND k.force_id IS NULL AND x.file_kind = 'acknowledgements' AND d.body REGEXP '\bpublic_position\b'
           AND NOT EXISTS (
               SELECT 1 FROM evidence_move m
               JOIN subject_row r ON r.side = x.side AND r.finding_id = m.finding_id AND r.file_kind = m.file_kind
                                 AND r.row_id = m.row_id
               JOIN record_of h ON h.acknowledgement_id = c.row_id AND h.force_id = r.force_id
               WHERE m.finding_id = x.finding_id))
       -- the answer of a force that is no member, to what members of a collaboration say
       OR (x.rank = 5 AND d.body REGEXP '\bpartner\b' AND NOT EXISTS (
               SELECT 1 FROM subject_row r
               JOIN changed h ON h.file_kind = c.file_kind AND h.row_id = c.row_id AND h.force_id = r.force_id
               WHERE r.side = x.side AND r.finding_id = x.finding_id)));
