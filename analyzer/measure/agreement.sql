-- Used by agreement.c.

-- name: agreement_of_cells
-- What each force says to each question that two or more take a position on. Positions and
-- conformance count from 1; 0 is none. Questions stand in order of their identifiers, so that
-- the order of rows in the pack decides nothing.
SELECT u.tool_no, c.unit_no, c.force_no AS rater_no,
       CASE c.position WHEN 'confirm' THEN 1 WHEN 'deny' THEN 2 ELSE 3 END AS position,
       CASE p.conforms WHEN 'yes' THEN 1 WHEN 'no' THEN 2 ELSE 0 END AS conformance,
       p.acknowledged = 'own' AS is_acknowledged
FROM (SELECT u.*, row_number() OVER (ORDER BY q.request_id, qu.question_id, u.tool_no) AS place
      FROM unit u
      JOIN request q ON q.request_no = u.request_no
      LEFT JOIN question qu ON qu.question_no = u.question_no) u
JOIN cell c ON c.unit_no = u.unit_no
JOIN response_meaning m ON m.response_no = c.response_no
JOIN profile p ON p.profile_no = m.profile_no
WHERE u.confirming + u.denying + u.ncnd >= 2 AND c.position <> 'silent'
ORDER BY u.tool_no, u.place, c.force_no;

-- name: agreement_of_letters
-- What each force says about a tool's use to each request, by its last word on it.
SELECT l.tool_no, l.force_no AS unit_no, l.request_no AS rater_no,
       CASE l.position_on_use WHEN 'confirm' THEN 1 WHEN 'deny' THEN 2 ELSE 3 END AS position,
       CASE p.conforms WHEN 'yes' THEN 1 WHEN 'no' THEN 2 ELSE 0 END AS conformance,
       p.acknowledged = 'own' AS is_acknowledged
FROM letter l
JOIN response_meaning m ON m.response_no = l.response_no
JOIN profile p ON p.profile_no = m.profile_no
WHERE l.speaks_for_request
ORDER BY l.tool_no, l.force_no, l.request_no;

-- name: insert_unit_agreement
INSERT INTO unit_agreement (unit_no, answers, modal_position, modal_share, modal_low, modal_high, agreement,
                            entropy_bits, explained_bits, judged, conforming, conforming_low, conforming_high,
                            conformance_agreement)
VALUES (:unit_no, :answers, :modal_position, :modal_share, :modal_low, :modal_high, :agreement, :entropy_bits,
        :explained_bits, :judged, :conforming, :conforming_low, :conforming_high, :conformance_agreement);

-- name: insert_tool_agreement
INSERT INTO tool_agreement (tool_no, orientation, measured_on, statistic, value, low, high, units, ratings, raters,
                            undefined_resamples, undefined)
VALUES (:tool_no, :orientation, :measured_on, :statistic, :value, :low, :high, :units, :ratings, :raters,
        :undefined_resamples, :undefined);

-- name: insert_tool_dispersion
INSERT INTO tool_dispersion (tool_no, answers, entropy_bits, explained_bits)
VALUES (:tool_no, :answers, :entropy_bits, :explained_bits);
