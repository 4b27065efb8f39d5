-- Used by dossier.c and answers.c.

-- name: dossier_clear
DELETE FROM temp.dossier_subject;

-- name: insert_dossier_subject
INSERT INTO temp.dossier_subject (force_no, request_no, tool_no, is_whole, masking, left_out)
VALUES (:force_no, nullif(:request_no, 0), nullif(:tool_no, 0), nullif(:is_whole, 0), :masking, :left_out);

-- name: dossier_day
SELECT replace(coalesce(as_of, '1970-01-01'), '-', '') AS day FROM audit;

-- name: dossier_tools_answered
-- Tools that anybody was asked about: of others no answer could be compared with anything.
SELECT t.tool_no, t.tool_id, f.force_id, q.request_id
FROM temp.dossier_subject s
JOIN force f ON f.force_no = s.force_no
JOIN temp.dossier_tool t
LEFT JOIN request q ON q.request_no = s.request_no
WHERE t.place <= (SELECT iif(s.is_whole, tools_answered, 1) FROM temp.dossier_size)
ORDER BY t.place;

-- name: insert_dossier_answer
INSERT INTO temp.dossier_answer (tool_no, place, answer, expected_by, critical, high, medium, low, info, finding_ids, own, with_it, against, bits)
VALUES (:tool_no, :place, :answer, :expected_by, :critical, :high, :medium, :low, :info, :finding_ids, :own, :with_it, :against, :bits);

-- name: insert_dossier_advice
INSERT INTO temp.dossier_advice (tool_no, place, guidance_id, title, in_force, what, why, needs, file, line)
VALUES (:tool_no, :place, :guidance_id, :title, :in_force, :what, :why, :needs, :file, :line);

-- name: insert_dossier_expected
INSERT INTO temp.dossier_expected (tool_no, place, element, wanted, basis, source)
VALUES (:tool_no, :place, :element, :wanted, :basis, :source);
