-- Used by answers.c.

-- name: dossier_tools_answered
-- The tools of which it is told what an answer would do: on the sheets the first.
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
