-- name: page_likeness_told
-- A row where wordings are compared, with how many comparisons are not shown
SELECT compared, (SELECT 1 FROM temp.page_likeness WHERE has_form LIMIT 1) AS any_form,
       (SELECT 1 FROM temp.page_likeness_force WHERE diverges LIMIT 1) AS any_alone, nullif(compared - shown, 0) AS further, plural(compared - shown, 'question is', 'questions are') AS further_are
FROM (SELECT count(DISTINCT unit_no) AS compared, (SELECT coalesce(sum(max(n, 1)), 0) FROM temp.page_likeness) AS shown FROM wording_likeness)
WHERE compared > 0
ORDER BY compared;

-- name: page_likenesses
SELECT p.unit_no, t.tool, t.tool_id, q.request_id, plural(p.n, 'question ', 'questions ') || p.questions AS questions, p.letters,
       nullif(p.has_form, 0) AS has_form, nullif(max(p.letters - likeness_forces, 0), 0) AS further, likeness_forces AS shown
FROM temp.page_likeness p
JOIN temp.page_tool t ON t.tool_no = p.tool_no
JOIN request q ON q.request_no = p.request_no
CROSS JOIN temp.page_size
ORDER BY p.place;

-- name: page_likeness_heads
SELECT h.n, f.name AS other
FROM temp.page_likeness_force h
JOIN force f ON f.force_no = h.force_no
WHERE h.unit_no = :unit_no
ORDER BY h.n;

-- name: page_likeness_rows
SELECT h.n, h.force_no, h.wording, f.name AS force,
       CASE WHEN f.abbreviation <> '' THEN substr(f.abbreviation, 1, 5) ELSE substr(f.name, 1, 5) END AS abbreviation,
       s.state, iif(h.qualified, 'Đ', s.letter) AS letter, s.word AS position, h.runs,
       iif(h.diverges, 1, NULL) AS diverging,
       (SELECT p.finding_id FROM finding_evidence e
        JOIN temp.page_finding p ON p.finding_no = e.finding_no AND p.rule_id = 'X12'
        WHERE e.response_no = h.response_no ORDER BY p.place LIMIT 1) AS finding_id
FROM temp.page_likeness_force h
JOIN force f ON f.force_no = h.force_no
JOIN temp.state_word s ON s.state = h.position
WHERE h.unit_no = :unit_no
ORDER BY h.n;

-- name: page_likeness_form
-- A row where some answer to the question is held beside a form of words
SELECT CAST(100 * h.share_of_form + 1e-9 AS INTEGER) AS percent, g.guidance_id,
       CASE WHEN h.share_of_form IS NULL THEN 'none' WHEN h.share_of_form >= 0.5 THEN 'alike' WHEN h.share_of_form >= 0.1 THEN 'between'
            ELSE 'unlike' END AS level
FROM temp.page_likeness_force h
JOIN temp.page_likeness p ON p.unit_no = h.unit_no
JOIN wording_likeness l ON l.unit_no = h.unit_no AND l.force_no = h.force_no
LEFT JOIN guidance g ON g.guidance_no = l.guidance_no
WHERE h.unit_no = :unit_no AND h.n = :n AND p.has_form
ORDER BY percent;

-- name: page_likeness_cells
-- Of every pair the share in hundredths, cut and not rounded: 100 is the same words, and 49 is not half
SELECT iif(is_self, '–', CAST(100 * likeness + 1e-9 AS INTEGER)) AS percent, other,
       CASE WHEN is_self THEN 'self' WHEN likeness >= 0.5 THEN 'alike' WHEN likeness >= 0.1 THEN 'between' ELSE 'unlike' END AS level
FROM (SELECT h.n, h.n = :n AS is_self, f.name AS other,
             CASE WHEN h.wording = :wording THEN 1.0
                  ELSE (SELECT p.likeness FROM wording_pair p
                        WHERE p.unit_no = :unit_no AND p.wording = min(h.wording, :wording) AND p.other = max(h.wording, :wording)) END AS likeness
      FROM temp.page_likeness_force h
      JOIN force f ON f.force_no = h.force_no
      WHERE h.unit_no = :unit_no)
ORDER BY n;
