-- Used by compare.c.

-- name: input_rows
-- Every accepted row of the files that were read, by its identity, with its content as
-- it was understood: what two audits are compared by. An interval of days that is no
-- single day shows both ends.
SELECT i.kind AS file_kind, w.response_id AS row_id, f.force_id, t.tool_id, q.request_id,
       json_object('force_id', f.force_id, 'request_id', q.request_id, 'question_id', qu.question_id,
           'topic', tg.topic, 'tool_id', t.tool_id, 'stage', sg.stage, 'reference', w.reference,
           'applicant_kind', a.applicant_kind, 'date_received', r.date_received, 'date_responded', r.date_responded,
           'stance', s.stance, 'partial_ncnd', r.partial_ncnd, 'held_statement', h.held_statement,
           'use_statement', us.held_statement,
           'exemptions', e.citations, 'harm_test', r.harm_test, 'public_interest_test', r.public_interest_test,
           'link', w.link, 'text', w.text, 'text_file', w.text_file, 'source_url', w.source_url,
           'retrieved_on', r.retrieved_on, 'note', w.note, 'coded_by', w.coded_by,
           'coded_confidence', w.coded_confidence, 'coded_words', w.coded_words) AS content
FROM dated_response r
JOIN response_wording w ON w.response_no = r.response_no
JOIN force f ON f.force_no = r.force_no
JOIN request q ON q.request_no = r.request_no
JOIN tool t ON t.tool_no = r.tool_no
JOIN stance s ON s.stance_no = r.stance_no
JOIN stage sg ON sg.stage_no = r.stage_no
JOIN input_file i ON i.kind = 'responses'
LEFT JOIN topic tg ON tg.topic_no = r.topic_no
LEFT JOIN question qu ON qu.question_no = r.question_no
LEFT JOIN held_statement h ON h.held_no = r.held_no
LEFT JOIN held_statement us ON us.held_no = r.use_no
LEFT JOIN exemption_set e ON e.set_no = r.set_no
LEFT JOIN applicant_kind a ON a.applicant_no = r.applicant_no
UNION ALL
SELECT i.kind, a.acknowledgement_id, f.force_id, t.tool_id, NULL,
       json_object('force_id', iif(a.is_of_all, '*', f.force_id), 'collaboration_id', c.collaboration_id, 'tool_id', t.tool_id,
           'topic', a.topic, 'kind', a.kind, 'publisher', a.publisher, 'date_published', a.date_published,
           'date_withdrawn', a.date_withdrawn, 'summary', a.summary, 'source_url', a.source_url,
           'retrieved_on', a.retrieved_on, 'note', a.note)
FROM acknowledgement a
JOIN tool t ON t.tool_no = a.tool_no
JOIN input_file i ON i.file_no = a.file_no
LEFT JOIN force f ON f.force_no = a.force_no
LEFT JOIN collaboration c ON c.collaboration_no = a.collaboration_no
UNION ALL
SELECT i.kind, r.ruling_id, f.force_id, t.tool_id, q.request_id,
       json_object('body', r.body, 'reference', r.reference, 'force_id', f.force_id, 'request_id', q.request_id,
           'tool_id', t.tool_id, 'date', r.date, 'outcome', r.outcome, 'about', r.about, 'provisions', r.provisions,
           'ordered', r.ordered,
           'comply_by', date(r.comply_by_earliest * 86400, 'unixepoch')
               || iif(r.comply_by_earliest = r.comply_by_latest, '', ' to ' || date(r.comply_by_latest * 86400, 'unixepoch')),
           'summary', r.summary, 'source_url', r.source_url, 'retrieved_on', r.retrieved_on)
FROM ruling r
JOIN tool t ON t.tool_no = r.tool_no
JOIN force f ON f.force_no = r.force_no
JOIN input_file i ON i.file_no = r.file_no
LEFT JOIN request q ON q.request_no = r.request_no
UNION ALL
SELECT i.kind, g.guidance_id, NULL, t.tool_id, q.request_id,
       json_object('title', g.title, 'request_id', q.request_id, 'tool_id', t.tool_id,
           'effective_from', date(g.effective_from_earliest * 86400, 'unixepoch')
               || iif(g.effective_from_earliest = g.effective_from_latest, '', ' to ' || date(g.effective_from_latest * 86400, 'unixepoch')),
           'effective_to', date(g.effective_to_earliest * 86400, 'unixepoch')
               || iif(g.effective_to_earliest = g.effective_to_latest, '', ' to ' || date(g.effective_to_latest * 86400, 'unixepoch')),
           'condition', g.condition, 'expected_stance', g.expected_stance,
           'expected_partial_ncnd', g.expected_partial_ncnd, 'required_exemptions', g.required_exemptions,
           'requires_link', g.requires_link, 'form_of_words', g.form_of_words, 'source', g.source)
FROM guidance g
JOIN input_file i ON i.file_no = g.file_no
LEFT JOIN tool t ON t.tool_no = g.tool_no
LEFT JOIN request q ON q.request_no = g.request_no
UNION ALL
SELECT i.kind, q.request_id, NULL, t.tool_id, q.request_id,
       json_object('title', q.title, 'aliases', q.aliases, 'date_logged', q.date_logged, 'scope', q.scope,
           'tool_id', t.tool_id, 'summary', q.summary, 'source_url', q.source_url)
FROM request q
JOIN input_file i ON i.file_no = q.file_no
LEFT JOIN tool t ON t.tool_no = q.tool_no
UNION ALL
SELECT i.kind, q.request_id || ' ' || qu.question_id, NULL, NULL, q.request_id,
       json_object('topic', tg.topic, 'text', qu.text)
FROM question qu
JOIN request q ON q.request_no = qu.request_no
JOIN input_file i ON i.file_no = qu.file_no
LEFT JOIN topic tg ON tg.topic_no = qu.topic_no
UNION ALL
SELECT i.kind, t.tool_id, NULL, t.tool_id, NULL,
       json_object('name', t.name, 'vendor', t.vendor, 'aliases', t.aliases, 'category', t.category,
           'covert_capable', t.covert_capable, 'uses_ai', t.uses_ai, 'parent_tool_id', p.tool_id)
FROM tool t
JOIN input_file i ON i.file_no = t.file_no
LEFT JOIN tool p ON p.tool_no = t.parent_no
UNION ALL
SELECT i.kind, c.collaboration_id || ' ' || f.force_id || coalesce(' ' || date(m.from_earliest * 86400, 'unixepoch'), ''),
       f.force_id, NULL, NULL,
       json_object('name', c.name, 'date_from', date(m.from_earliest * 86400, 'unixepoch')
               || iif(m.from_earliest = m.from_latest, '', ' to ' || date(m.from_latest * 86400, 'unixepoch')),
           'date_to', date(m.to_earliest * 86400, 'unixepoch')
               || iif(m.to_earliest = m.to_latest, '', ' to ' || date(m.to_latest * 86400, 'unixepoch')),
           'lead', m.lead, 'source_url', m.source_url, 'kind', m.kind, 'confidence', m.confidence)
FROM membership m
JOIN collaboration c ON c.collaboration_no = m.collaboration_no
JOIN force f ON f.force_no = m.force_no
JOIN input_file i ON i.file_no = m.file_no
UNION ALL
SELECT i.kind, q.request_id || ' ' || f.force_id, f.force_id, NULL, q.request_id,
       json_object('received', c.received, 'date_received', date(c.received_earliest * 86400, 'unixepoch')
           || iif(c.received_earliest = c.received_latest, '', ' to ' || date(c.received_latest * 86400, 'unixepoch')),
           'source_url', c.source_url, 'note', c.note)
FROM circulation c
JOIN request q ON q.request_no = c.request_no
JOIN force f ON f.force_no = c.force_no
JOIN input_file i ON i.file_no = c.file_no
UNION ALL
SELECT i.kind, c.commitment_id || ' ' || coalesce(f.force_id, '*'), f.force_id, NULL, NULL,
       json_object('title', c.title, 'applies_to', c.applies_to,
           'date_from', date(c.from_earliest * 86400, 'unixepoch')
               || iif(c.from_earliest = c.from_latest, '', ' to ' || date(c.from_latest * 86400, 'unixepoch')),
           'date_to', date(c.to_earliest * 86400, 'unixepoch')
               || iif(c.to_earliest = c.to_latest, '', ' to ' || date(c.to_latest * 86400, 'unixepoch')),
           'summary', c.summary, 'source_url', c.source_url)
FROM commitment c
JOIN input_file i ON i.file_no = c.file_no
LEFT JOIN force f ON f.force_no = c.force_no
UNION ALL
SELECT i.kind, coalesce(w.finding_id, upper(w.rule_id) || coalesce(' ' || f.force_id, '') || coalesce(' ' || q.request_id, ''))
           || ' until ' || date(w.expires_latest * 86400, 'unixepoch')
           || iif(w.place > 1, ' (' || w.place || ')', ''),
       f.force_id, NULL, q.request_id,
       json_object('rule_id', w.rule_id, 'force_id', f.force_id, 'request_id', q.request_id,
           'parties_digest', w.parties_digest, 'severity', w.severity, 'reason', w.reason, 'approved_by_role', w.approved_by_role,
           'expires_on', date(w.expires_latest * 86400, 'unixepoch'))
FROM (SELECT *, row_number() OVER (PARTITION BY finding_id, rule_id, force_no, request_no, expires_latest ORDER BY waiver_no) AS place
      FROM waiver) w
JOIN input_file i ON i.file_no = w.file_no
LEFT JOIN force f ON f.force_no = w.force_no
LEFT JOIN request q ON q.request_no = w.request_no
UNION ALL
SELECT i.kind, d.decision_id, f.force_id, NULL, q.request_id,
       json_object('text_sha256', d.text_sha256, 'force_id', f.force_id, 'request_id', q.request_id, 'stage', d.stage,
           'response_id', d.response_id, 'question_id', d.question_id, 'field', d.field, 'value', d.value,
           'proposed', d.proposed, 'decided_by', d.decided_by, 'decided_on', d.decided_on, 'reason', d.reason,
           'classifier', d.classifier)
FROM coding d
JOIN force f ON f.force_no = d.force_no
JOIN request q ON q.request_no = d.request_no
JOIN input_file i ON i.file_no = d.file_no
UNION ALL
SELECT i.kind, f.force_id, f.force_id, NULL, NULL,
       json_object('name', f.name, 'aliases', f.aliases, 'nation', f.nation, 'kind', f.kind, 'regime', f.regime,
           'area_code', f.area_code, 'grid_col', f.grid_col, 'grid_row', f.grid_row,
           'abbreviation', f.abbreviation, 'rocu', f.rocu)
FROM force f
JOIN input_file i ON i.file_no = f.file_no
UNION ALL
SELECT i.kind, x.regime || ' ' || x.citation, NULL, NULL, NULL,
       json_object('title', x.title, 'kind', x.kind, 'basis', x.basis, 'is_ncnd', x.is_ncnd, 'ncnd_of', x.ncnd_of,
           'harm_test_needed', x.harm_test_needed, 'pit_needed', x.pit_needed, 'notes', x.notes)
FROM exemption x
JOIN input_file i ON i.file_no = x.file_no
UNION ALL
SELECT i.kind, h.division || ' ' || date(h.day * 86400, 'unixepoch'), NULL, NULL, NULL,
       json_object('title', h.title)
FROM bank_holiday h
JOIN input_file i ON i.file_no = h.file_no;

-- name: insert_old_row
INSERT OR IGNORE INTO temp.old_row (file_kind, row_id, force_id, tool_id, request_id, content)
VALUES (:file_kind, :row_id, :force_id, :tool_id, :request_id, :content);

-- name: insert_new_row
INSERT OR IGNORE INTO temp.new_row (file_kind, row_id, force_id, tool_id, request_id, content)
VALUES (:file_kind, :row_id, :force_id, :tool_id, :request_id, :content);
