-- Used by plans.c.

-- name: insert_exemption
INSERT INTO exemption
    (regime, citation, title, kind, basis, is_ncnd, ncnd_of, harm_test_needed, pit_needed, notes,
     file_no, line)
VALUES (:regime, :citation, :title, :kind, :basis, :is_ncnd, :ncnd_of, :harm_test_needed,
        :pit_needed, :notes, :file_no, :line);

-- name: insert_bank_holiday
-- A holiday is one day: both ends of the date are the same.
INSERT INTO bank_holiday (day, division, title, file_no, line)
VALUES (max(:date_earliest, :date_latest), :division, :title, :file_no, :line);

-- name: insert_force
-- forces_extra.csv is read before forces.csv: its rows stay.
INSERT INTO force
    (force_id, name, aliases, nation, kind, regime, area_code, grid_col, grid_row, abbreviation,
     rocu, file_no, line)
VALUES (:force_id, :name, :aliases, :nation, :kind, :regime, :area_code, :grid_col, :grid_row,
        :abbreviation, :rocu, :file_no, :line)
ON CONFLICT (force_id) DO NOTHING;

-- name: drop_replaced_forces
-- SEMANTICS 53: a row of forces_extra.csv stands for that of its identifier in any case.
DELETE FROM force
WHERE file_no = :file_no
  AND lower(force_id) IN (SELECT lower(e.force_id) FROM force e WHERE e.file_no <> :file_no);

-- name: shared_cells
-- The map draws the first of several forces in a cell, and the others beside the grid. Only what
-- a file of the pack says is told of.
WITH placed AS (
    SELECT f.force_id, f.grid_col, f.grid_row, f.file_no, f.line, i.origin
    FROM force f
    JOIN input_file i ON i.file_no = f.file_no
    WHERE f.kind = 'territorial' AND f.grid_col BETWEEN 0 AND 7 AND f.grid_row BETWEEN 0 AND 10)
SELECT a.force_id AS first_id, b.force_id AS second_id, a.grid_col, a.grid_row,
       iif(b.origin = 'pack', b.file_no, a.file_no) AS file_no,
       iif(b.origin = 'pack', b.line, a.line) AS line
FROM placed a
JOIN placed b ON b.grid_col = a.grid_col AND b.grid_row = a.grid_row AND b.force_id > a.force_id
WHERE (a.origin = 'pack' OR b.origin = 'pack')
  AND NOT EXISTS (SELECT 1 FROM placed c
                  WHERE c.grid_col = a.grid_col AND c.grid_row = a.grid_row AND c.force_id < a.force_id)
ORDER BY a.force_id, b.force_id;

-- name: count_forces
SELECT count(*) AS n FROM force;

-- name: fill_force
-- SEMANTICS 46: from the reference data what the pack's forces.csv leaves out.
UPDATE force
SET area_code = coalesce(area_code, :area_code),
    grid_row = CASE WHEN grid_col IS NULL THEN CAST(:grid_row AS INTEGER) ELSE grid_row END,
    grid_col = coalesce(grid_col, CAST(:grid_col AS INTEGER)),
    abbreviation = coalesce(abbreviation, :abbreviation)
WHERE force_id = :force_id;

-- name: insert_collaboration
INSERT INTO collaboration (collaboration_no, collaboration_id, name) VALUES (:collaboration_no, :collaboration_id, :name);

-- name: insert_membership
INSERT INTO membership
    (collaboration_no, force_no, from_earliest, from_latest, to_earliest, to_latest, lead,
     source_url, kind, confidence, file_no, line)
VALUES (:collaboration_no, :force_no, :from_earliest, :from_latest, :to_earliest, :to_latest,
        :lead, :source_url, :kind, :confidence, :file_no, :line);

-- name: insert_tool
INSERT INTO tool
    (tool_id, name, vendor, aliases, category, covert_capable, uses_ai, file_no, line)
VALUES (:tool_id, :name, :vendor, :aliases, :category, :covert_capable, :uses_ai, :file_no, :line);

-- name: insert_request
INSERT INTO request
    (request_no, request_id, title, aliases, logged_earliest, logged_latest, scope, tool_no,
     summary, source_url, file_no, line)
VALUES (:request_no, :request_id, :title, :aliases, :logged_earliest, :logged_latest, :scope,
        :tool_no, :summary, :source_url, :file_no, :line);

-- name: insert_question
INSERT INTO question (question_no, request_no, question_id, topic_no, text, file_no, line)
VALUES (:question_no, :request_no, :question_id, :topic_no, :text, :file_no, :line);

-- name: insert_guidance
INSERT INTO guidance
    (guidance_id, title, request_no, tool_no, effective_from_earliest, effective_from_latest,
     effective_to_earliest, effective_to_latest, condition, expected_stance, expects_confirm,
     expects_deny, expects_ncnd, expected_partial_ncnd, required_exemptions, requires_link, form_of_words,
     source, file_no, line)
VALUES (:guidance_id, :title, :request_no, :tool_no, :effective_from_earliest,
        :effective_from_latest, :effective_to_earliest, :effective_to_latest, :condition,
        :expected_stance, :expects_confirm, :expects_deny, :expects_ncnd, :expected_partial_ncnd,
        :required_exemptions, :requires_link, :form_of_words, :source, :file_no, :line);

-- name: guidance_lists
SELECT guidance_no, required_exemptions
FROM guidance
WHERE required_exemptions IS NOT NULL
ORDER BY guidance_no;

-- name: insert_guidance_exemption
INSERT INTO guidance_exemption (guidance_no, citation) VALUES (:guidance_no, :citation);

-- name: insert_commitment
INSERT INTO commitment
    (commitment_id, title, force_no, applies_to, from_earliest, from_latest, to_earliest,
     to_latest, summary, source_url, file_no, line)
VALUES (:commitment_id, :title, :force_no, :applies_to, :from_earliest, :from_latest,
        :to_earliest, :to_latest, :summary, :source_url, :file_no, :line);

-- name: insert_acknowledgement
-- Where only its retrieval bounds the day of publication, published_earliest is unknown.
INSERT INTO acknowledgement
    (acknowledgement_id, force_no, collaboration_no, is_of_all, tool_no, topic, kind, publisher,
     published_earliest, published_latest, withdrawn, withdrawn_earliest, withdrawn_latest,
     summary, source_url, retrieved_earliest, retrieved_latest, note, file_no, line)
VALUES (:acknowledgement_id, nullif(:force_no, 0), :collaboration_no, :force_no IS 0, :tool_no, :topic, :kind,
        :publisher, nullif(:published_earliest, -2000000), :published_latest, :date_withdrawn IS NOT NULL, :withdrawn_earliest,
        :withdrawn_latest, :summary, :source_url, :retrieved_earliest, :retrieved_latest, :note, :file_no, :line);

-- name: insert_ruling
INSERT INTO ruling
    (ruling_id, body, reference, force_no, request_no, tool_no, date_earliest, date_latest, outcome, about,
     provisions, ordered, comply_by_earliest, comply_by_latest, summary, source_url, retrieved_earliest, retrieved_latest,
     file_no, line)
VALUES (:ruling_id, :body, :reference, :force_no, :request_no, :tool_no, :date_earliest, :date_latest, :outcome,
        :about, :provisions, :ordered, :comply_by_earliest, :comply_by_latest, :summary, :source_url,
        :retrieved_earliest, :retrieved_latest, :file_no, :line);

-- name: insert_circulation
INSERT INTO circulation
    (request_no, force_no, received, received_earliest, received_latest, source_url, note, file_no, line)
VALUES (:request_no, :force_no, :received, :received_earliest, :received_latest, :source_url, :note, :file_no, :line);

-- name: insert_waiver
INSERT INTO waiver
    (finding_id, rule_id, force_no, request_no, parties_digest, severity, reason, approved_by_role, expires_earliest,
     expires_latest, file_no, line)
VALUES (:finding_id, :rule_id, :force_no, :request_no, :parties_digest, :severity, :reason, :approved_by_role,
        :expires_earliest, :expires_latest, :file_no, :line);

-- name: insert_coding
INSERT INTO coding
    (decision_id, text_sha256, force_no, request_no, stage, response_id, question_id, field, value, proposed,
     decided_by, decided_earliest, decided_latest, reason, classifier, file_no, line)
VALUES (:decision_id, :text_sha256, :force_no, :request_no, :stage, :response_id, :question_id, :field, :value,
        :proposed, :decided_by, :decided_earliest, :decided_latest, :reason, :classifier, :file_no, :line);
