-- The tables of a bag. Used by facts.c: columns that begin with fact_ are for the chain of custody.

-- name: bag_rows
SELECT v.response_id, b.part, v.force_id, v.request_id, v.question_id, v.tool_id, v.topic, v.stage, v.reference,
       v.applicant_kind, v.date_received, v.date_responded, v.stance, v.position, v.partial_ncnd, v.held_statement,
       v.use_statement, v.exemptions, v.harm_test, v.public_interest_test, v.link, v.acknowledged, v.guidance_id,
       g.expected_stance, v.conforms, l.file AS letter, l.state AS letter_is, coalesce(v.coded_by, 'by hand') AS coded_by,
       v.coded_confidence, v.coded_words, v.note, v.source_url, v.retrieved_on, v.file AS source_file, v.line AS source_line,
       v.response_id AS fact_id, i.sha256 AS fact_sha256, coalesce(v.coded_by, 'by hand') AS fact_coded_by,
       (SELECT group_concat(decided_by, ';') FROM (
            SELECT DISTINCT c.decided_by FROM coding c
            WHERE c.force_no = v.force_no AND c.request_no = v.request_no AND v.coded_by = 'person'
              AND (c.response_id = v.response_id OR substr(v.response_id, 1, length(c.response_id) + 1) = c.response_id || ':')
            ORDER BY c.decided_by)) AS fact_decided_by,
       (SELECT max(c.decided_on) FROM coding c
        WHERE c.force_no = v.force_no AND c.request_no = v.request_no AND v.coded_by = 'person'
          AND (c.response_id = v.response_id OR substr(v.response_id, 1, length(c.response_id) + 1) = c.response_id || ':'))
           AS fact_decided_on
FROM temp.bag_response b
CROSS JOIN v_responses v ON v.response_no = b.response_no
CROSS JOIN response r ON r.response_no = b.response_no
CROSS JOIN request q ON q.request_no = r.request_no
CROSS JOIN input_file i ON i.kind = 'responses'
LEFT JOIN temp.bag_letter l ON l.response_no = v.response_no
LEFT JOIN guidance g ON g.guidance_id = v.guidance_id
ORDER BY coalesce(r.responded_latest, r.received_earliest, q.logged_earliest, -2000000), r.responded_latest IS NULL, v.request_id,
         v.question_id, v.response_no;

-- name: bag_comparators
-- Of another force what its letter says, and no remark of whoever coded it.
SELECT v.response_id, b.part, v.force_id, f.name AS force, v.request_id, v.question_id, v.tool_id, v.topic, v.stage,
       v.reference, v.date_received, v.date_responded, v.stance, v.position, v.partial_ncnd, v.held_statement, v.use_statement,
       v.exemptions, v.link, v.source_url, v.retrieved_on, v.file AS source_file, v.line AS source_line,
       v.response_id AS fact_id, i.sha256 AS fact_sha256, coalesce(v.coded_by, 'by hand') AS fact_coded_by
FROM temp.bag_comparator b
CROSS JOIN v_responses v ON v.response_no = b.response_no
CROSS JOIN force f ON f.force_no = v.force_no
CROSS JOIN input_file i ON i.kind = 'responses'
ORDER BY v.request_id, v.tool_id, v.question_id, f.name, v.response_no;

-- name: bag_findings
SELECT v.finding_id, v.rule_id, r.title, v.severity, v.certainty, v.status, v.change, v.matter_id, v.force_id, v.tool_id,
       v.request_id, v.question_id, v.date, v.message, r.rationale AS why, v.basis,
       rtrim(substr(r.source, 1, coalesce(nullif(instr(r.source, 'SEMANTICS.md'), 0), length(r.source) + 1) - 1), '; ') AS source,
       v.remedy, v.response_ids,
       v.acknowledgement_ids, v.ruling_ids, v.finding_id AS fact_id
FROM temp.bag_finding b
CROSS JOIN v_findings v ON v.finding_no = b.finding_no
CROSS JOIN rule r ON r.rule_id = v.rule_id
ORDER BY v.severity_rank DESC, v.certainty = 'possible', v.rule_id, v.force_id, v.tool_id, v.request_id, v.question_id,
         v.finding_id;

-- name: bag_evidence
-- What somebody remarked on a row of another force's stays out.
SELECT fi.finding_id, v.role, v.kind, v.id, v.force_id, v.date, v.says, v.source_url,
       CASE WHEN v.force_id = own.force_id THEN v.note END AS note, v.file AS source_file, v.line AS source_line,
       fi.finding_id || ' ' || v.role || ' ' || v.id AS fact_id, v.sha256 AS fact_sha256,
       CASE v.kind WHEN 'response' THEN coalesce(v.coded_by, 'by hand') END AS fact_coded_by
FROM temp.bag_finding b
CROSS JOIN finding fi ON fi.finding_no = b.finding_no
CROSS JOIN v_evidence v ON v.finding_no = b.finding_no
CROSS JOIN temp.bag_scope s
CROSS JOIN force own ON own.force_no = s.force_no
ORDER BY fi.finding_id, v.kind = 'response' DESC, v.kind, v.date, v.id, v.role;

-- name: bag_acknowledgements
SELECT v.acknowledgement_id, b.speaks, v.force_id, v.collaboration_id, v.tool_id, v.topic, v.kind, v.publisher,
       v.date_published, v.date_withdrawn, v.summary, CASE WHEN b.speaks <> 'another force' THEN v.note END AS note,
       v.source_url, v.retrieved_on, v.file AS source_file, v.line AS source_line, v.acknowledgement_id AS fact_id,
       i.sha256 AS fact_sha256
FROM temp.bag_acknowledgement b
CROSS JOIN v_acknowledgements v ON v.acknowledgement_no = b.acknowledgement_no
CROSS JOIN acknowledgement a ON a.acknowledgement_no = b.acknowledgement_no
CROSS JOIN input_file i ON i.file_no = a.file_no
ORDER BY coalesce(v.published_earliest, -2000000), v.published_latest, v.acknowledgement_id;

-- name: bag_guidance
SELECT v.guidance_id, v.title, v.request_id, v.tool_id, v.condition, v.expected_stance, v.expected_partial_ncnd,
       v.required_exemptions, CASE g.requires_link WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS requires_link, v.effective_from,
       v.effective_to, g.form_of_words, v.source, i.name AS source_file, g.line AS source_line, v.guidance_id AS fact_id,
       i.sha256 AS fact_sha256
FROM temp.bag_guidance b
CROSS JOIN v_guidance v ON v.guidance_no = b.guidance_no
CROSS JOIN guidance g ON g.guidance_no = b.guidance_no
CROSS JOIN input_file i ON i.file_no = g.file_no
ORDER BY coalesce(g.effective_from_earliest, -2000000), v.guidance_id;

-- name: bag_rulings
SELECT v.ruling_id, v.body, v.reference, v.force_id, v.request_id, v.tool_id, v.date, v.outcome, v.about, v.provisions,
       v.ordered, v.summary, v.source_url, v.retrieved_on, v.file AS source_file, v.line AS source_line,
       v.ruling_id AS fact_id, i.sha256 AS fact_sha256
FROM temp.bag_ruling b
CROSS JOIN v_rulings v ON v.ruling_no = b.ruling_no
CROSS JOIN ruling k ON k.ruling_no = b.ruling_no
CROSS JOIN input_file i ON i.file_no = k.file_no
ORDER BY v.date_earliest, v.date_latest, v.ruling_id;

-- name: bag_commitments
SELECT v.commitment_id, v.title, v.force_id, v.applies_to, v.date_from, v.date_to, c.summary, c.source_url,
       i.name AS source_file, c.line AS source_line, v.commitment_id AS fact_id, i.sha256 AS fact_sha256
FROM temp.bag_scope s
CROSS JOIN commitment c ON c.force_no IS NULL OR c.force_no = s.force_no
CROSS JOIN v_commitments v ON v.commitment_no = c.commitment_no
CROSS JOIN input_file i ON i.file_no = c.file_no
ORDER BY v.commitment_id, v.force_id;

-- name: bag_waivers
-- With the findings of this bag alone.
SELECT v.what, v.state, (SELECT group_concat(finding_id, ';') FROM (
            SELECT m.finding_id FROM v_waiver_matches m JOIN temp.bag_finding f ON f.finding_no = m.finding_no
            WHERE m.waiver_no = v.waiver_no ORDER BY m.finding_id)) AS finding_ids,
       v.reason, v.approved_by_role, v.expires_on, v.file AS source_file, v.line AS source_line, v.what AS fact_id,
       i.sha256 AS fact_sha256
FROM temp.bag_waiver b
CROSS JOIN v_waivers v ON v.waiver_no = b.waiver_no
CROSS JOIN input_file i ON i.file_no = v.file_no
ORDER BY v.expires_on, v.what;

-- name: bag_requests
SELECT v.request_id, v.title, v.date_logged, v.scope, v.tool_id, v.summary,
       (SELECT group_concat(words, '; ') FROM (
            SELECT u.question_id || coalesce(': ' || u.text, coalesce(' (' || t.topic || ')', '')) AS words
            FROM question u LEFT JOIN topic t ON t.topic_no = u.topic_no
            WHERE u.request_no = v.request_no ORDER BY length(u.question_id), u.question_id)) AS questions,
       v.source_url, i.name AS source_file, q.line AS source_line, v.request_id AS fact_id, i.sha256 AS fact_sha256
FROM (SELECT request_no FROM temp.bag_request
      UNION SELECT r.request_no FROM temp.bag_response b JOIN response r ON r.response_no = b.response_no) b
CROSS JOIN v_requests v ON v.request_no = b.request_no
CROSS JOIN request q ON q.request_no = b.request_no
LEFT JOIN input_file i ON i.file_no = q.file_no
ORDER BY v.request_id;

-- name: bag_numbers
-- As the exposure model has them; empty where the audit was made for the public.
SELECT v.tool_id, v.public_position, v.stands_on, v.third_party AS third_party_acknowledgements,
       v.collaboration AS collaboration_acknowledgements, fixed(v.p_use, 6) AS p_use,
       fixed(v.complaint_risk, 6) AS complaint_risk, v.tool_id AS fact_id
FROM temp.bag_scope s
CROSS JOIN v_force_numbers v ON v.force_no = s.force_no
WHERE v.tool_no IN (SELECT tool_no FROM temp.bag_tool)
ORDER BY v.tool_id;
