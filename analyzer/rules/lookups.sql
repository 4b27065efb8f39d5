-- Used by lookups.c: what a number of a finding's key, or of its evidence, stands for.

-- name: name_of_force
SELECT force_id AS id, name FROM force WHERE force_no = :no;

-- name: name_of_tool
SELECT tool_id AS id, name FROM tool WHERE tool_no = :no;

-- name: name_of_request
SELECT request_id AS id, request_id AS name FROM request WHERE request_no = :no;

-- name: name_of_question
SELECT question_id AS id, question_id AS name FROM question WHERE question_no = :no;

-- name: name_of_collaboration
SELECT collaboration_id AS id, name FROM collaboration WHERE collaboration_no = :no;

-- name: name_of_position
SELECT position AS id, position AS name
FROM (SELECT 1 AS no, 'confirm' AS position UNION ALL SELECT 2, 'deny' UNION ALL SELECT 3, 'ncnd')
WHERE no = :no;

-- name: describe_response
SELECT w.response_id AS id, f.name AS name, r.responded_earliest AS date_earliest, r.responded_latest AS date_latest,
       s.stance AS says, e.ncnd_key AS basis, p.topic AS topic,
       coalesce(date_bounds(r.received_earliest, r.received_latest, NULL, NULL),
                date_bounds(NULL, NULL, r.retrieved_earliest, r.retrieved_latest)) AS bounds,
       r.bounds IS 'given' AS is_bounded
FROM response r
JOIN response_wording w ON w.response_no = r.response_no
JOIN force f ON f.force_no = r.force_no
JOIN stance s ON s.stance_no = r.stance_no
LEFT JOIN exemption_set e ON e.set_no = r.set_no
LEFT JOIN response_meaning m ON m.response_no = r.response_no
LEFT JOIN profile p ON p.profile_no = m.profile_no
WHERE r.response_no = :no;

-- name: describe_acknowledgement
SELECT a.acknowledgement_id AS id, coalesce(f.name, c.name, 'all territorial forces') AS name, a.published_earliest AS date_earliest,
       a.published_latest AS date_latest, replace(a.kind, '_', ' ') AS says, NULL AS basis, NULL AS topic, NULL AS bounds, 0 AS is_bounded
FROM acknowledgement a
LEFT JOIN force f ON f.force_no = a.force_no
LEFT JOIN collaboration c ON c.collaboration_no = a.collaboration_no
WHERE a.acknowledgement_no = :no;

-- name: describe_guidance
SELECT guidance_id AS id, title AS name, effective_from_earliest AS date_earliest, effective_from_latest AS date_latest,
       NULL AS says, NULL AS basis, NULL AS topic, NULL AS bounds, 0 AS is_bounded
FROM guidance
WHERE guidance_no = :no;

-- name: describe_circulation
SELECT q.request_id AS id, f.name AS name, c.received_earliest AS date_earliest, c.received_latest AS date_latest,
       'received' AS says, NULL AS basis, NULL AS topic, NULL AS bounds, 0 AS is_bounded
FROM circulation c
JOIN request q ON q.request_no = c.request_no
JOIN force f ON f.force_no = c.force_no
WHERE c.circulation_no = :no;

-- name: describe_commitment
SELECT commitment_id AS id, title AS name, from_earliest AS date_earliest, from_latest AS date_latest, NULL AS says,
       NULL AS basis, NULL AS topic, NULL AS bounds, 0 AS is_bounded
FROM commitment
WHERE commitment_no = :no;

-- name: describe_membership
SELECT c.collaboration_id AS id, f.name AS name, m.from_earliest AS date_earliest, m.from_latest AS date_latest,
       c.name AS says, NULL AS basis, NULL AS topic, NULL AS bounds, 0 AS is_bounded
FROM membership m
JOIN collaboration c ON c.collaboration_no = m.collaboration_no
JOIN force f ON f.force_no = m.force_no
WHERE m.membership_no = :no;

-- name: describe_exemption
SELECT citation AS id, title AS name, NULL AS date_earliest, NULL AS date_latest, regime AS says, NULL AS basis,
       NULL AS topic, NULL AS bounds, 0 AS is_bounded
FROM exemption
WHERE exemption_no = :no;

-- name: describe_ruling
SELECT k.ruling_id AS id, f.name AS name, k.date_earliest, k.date_latest,
       iif(k.body IN ('ico', 'sic'), upper(k.body), k.body) || coalesce(' ' || k.reference, '') AS says, NULL AS basis,
       NULL AS topic, NULL AS bounds, 0 AS is_bounded
FROM ruling k
JOIN force f ON f.force_no = k.force_no
WHERE k.ruling_no = :no;
