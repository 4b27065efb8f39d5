-- Used by parts.c; public_record_on_day by the dossiers of the report too.

-- name: public_record_on_day
-- Every acknowledgement that speaks for the force about the tool, and how it stands on the day; of
-- one level, or without :level of all. One that speaks through several memberships counts once, as
-- it stands best. With :most no more rows than that; the last of them counts the further ones.
WITH spoken AS (
    SELECT k.acknowledgement_no, k.level,
           max(CASE WHEN k.certain_from <= :day_earliest AND k.certain_to >= :day_latest THEN 3
                    WHEN k.possible_from <= :day_latest AND k.possible_to >= :day_earliest THEN 2
                    WHEN k.possible_from > :day_latest THEN 1 ELSE 0 END) AS state
    FROM acknowledgement_for k
    JOIN force f ON f.force_no = k.force_no
    JOIN tool t ON t.tool_no = k.tool_no
    WHERE f.force_id = :force_id AND t.tool_id = :tool_id AND k.level = coalesce(:level, k.level)
    GROUP BY k.acknowledgement_no, k.level
)
SELECT iif(row_number() OVER w = :most, nullif(count(*) OVER () - :most, 0), NULL) AS further,
       s.level, a.acknowledgement_id AS id, a.date_published AS date, replace(a.kind, '_', ' ') AS kind,
       a.source_url AS address, i.name AS file, a.line, t.tool_id AS tool, c.name AS collaboration, a.publisher,
       a.date_withdrawn AS withdrawn,
       CASE s.state WHEN 3 THEN 'in force' WHEN 2 THEN 'possibly in force' WHEN 1 THEN 'published later'
                    ELSE iif(a.withdrawn, 'withdrawn', 'no longer in force') END AS state
FROM spoken s
JOIN acknowledgement a ON a.acknowledgement_no = s.acknowledgement_no
JOIN tool t ON t.tool_no = a.tool_no
JOIN input_file i ON i.file_no = a.file_no
LEFT JOIN collaboration c ON c.collaboration_no = a.collaboration_no
WINDOW w AS (ORDER BY s.level, a.published_earliest, a.acknowledgement_id)
ORDER BY s.level, a.published_earliest, a.acknowledgement_id
LIMIT coalesce(:most, -1);

-- name: precheck_early
-- The request was circulated, and the advice on it was not yet there (G12).
SELECT g.guidance_id, g.title, date(g.effective_from_earliest * 86400, 'unixepoch') AS effective_from, e.certainty,
       i.name AS file, g.line
FROM response_meaning m
JOIN early_answer e ON e.letter_no = m.letter_no
JOIN guidance g ON g.guidance_no = e.guidance_no
JOIN input_file i ON i.file_no = g.file_no
WHERE m.response_no = :no
ORDER BY g.effective_from_earliest, g.guidance_id;

-- name: precheck_draft_rows
SELECT r.response_no AS no, w.response_id, u.question_id, p.position, p.stance, p.regime
FROM response_wording w
JOIN response r ON r.response_no = w.response_no
JOIN response_meaning m ON m.response_no = r.response_no
JOIN profile p ON p.profile_no = m.profile_no
LEFT JOIN question u ON u.question_no = r.question_no
WHERE w.response_id = :draft_id OR substr(w.response_id, 1, length(:draft_id) + 1) = :draft_id || ':'
ORDER BY r.response_no;

-- name: precheck_request_counts
SELECT coalesce(sum(l.position_on_use = 'confirm'), 0) AS confirm, coalesce(sum(l.position_on_use = 'deny'), 0) AS deny,
       coalesce(sum(l.position_on_use = 'ncnd'), 0) AS ncnd
FROM letter l
JOIN force f ON f.force_no = l.force_no
JOIN tool t ON t.tool_no = l.tool_no
JOIN request q ON q.request_no = l.request_no
WHERE q.request_id = :request_id AND t.tool_id = :tool_id AND f.force_id <> :force_id AND l.speaks_for_request;

-- name: precheck_request_letters
SELECT f.name AS force, f.force_id, l.position_on_use AS position, l.date_responded AS date, w.response_id,
       i.name AS file, r.line
FROM letter l
JOIN force f ON f.force_no = l.force_no
JOIN tool t ON t.tool_no = l.tool_no
JOIN request q ON q.request_no = l.request_no
JOIN response r ON r.response_no = l.response_no
JOIN response_wording w ON w.response_no = r.response_no
JOIN input_file i ON i.kind = 'responses'
WHERE q.request_id = :request_id AND t.tool_id = :tool_id AND f.force_id <> :force_id AND l.speaks_for_request
ORDER BY l.position_on_use, f.force_id;

-- name: precheck_tool_counts
SELECT coalesce(sum(p.position = 'confirm'), 0) AS confirm, coalesce(sum(p.position = 'deny'), 0) AS deny,
       coalesce(sum(p.position = 'ncnd'), 0) AS ncnd
FROM public_position p
JOIN force f ON f.force_no = p.force_no
JOIN tool t ON t.tool_no = p.tool_no
WHERE t.tool_id = :tool_id AND f.force_id <> :force_id;

-- name: precheck_own_letters
SELECT q.request_id AS request, s.stage, l.date_responded AS date, l.position_on_use AS position,
       iif(l.qualified, 'yes', 'no') AS qualified, w.response_id, i.name AS file, r.line
FROM letter l
JOIN force f ON f.force_no = l.force_no
JOIN tool t ON t.tool_no = l.tool_no
JOIN request q ON q.request_no = l.request_no
JOIN stage s ON s.stage_no = l.stage_no
JOIN response r ON r.response_no = l.response_no
JOIN response_wording w ON w.response_no = r.response_no
JOIN input_file i ON i.kind = 'responses'
WHERE f.force_id = :force_id AND t.tool_id = :tool_id
ORDER BY l.responded_earliest, l.responded_latest, l.stage_no, q.request_id;

-- name: precheck_inputs
SELECT name AS file, origin, sha256 FROM input_file ORDER BY origin, name;
