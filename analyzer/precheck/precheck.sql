-- Used by precheck.c; advice_on_requests by the dossiers of the report too.

-- name: precheck_position_on_use
-- What the draft's letter says about use, and how that stands to the force's letter before it in the
-- order of time (SEMANTICS 19, 31).
WITH draft AS (
    SELECT DISTINCT l.*
    FROM response_wording w
    JOIN response_meaning m ON m.response_no = w.response_no
    JOIN letter l ON l.letter_no = m.letter_no
    WHERE w.response_id = :draft_id OR substr(w.response_id, 1, length(:draft_id) + 1) = :draft_id || ':'
), before AS (
    SELECT l.position_on_use
    FROM draft d
    JOIN letter l ON l.force_no = d.force_no AND l.tool_no = d.tool_no AND l.letter_no <> d.letter_no
    JOIN request q ON q.request_no = l.request_no
    WHERE l.position_on_use <> 'silent' AND l.responded_earliest <= d.responded_latest
    ORDER BY l.responded_earliest DESC, l.responded_latest DESC, l.stage_no DESC, q.request_id DESC
    LIMIT 1
)
SELECT d.position_on_use AS position,
       coalesce(b.position_on_use, 'no letter') || ' -> ' || iif(d.position_on_use = 'silent', 'no position', d.position_on_use) AS change
FROM draft d
LEFT JOIN before b;

-- name: advice_on_requests
-- Advice about the tool that may be in force on the day, and that an answer to another request than
-- its own does not meet.
SELECT count(*) AS n, group_concat(guidance_id, ', ') AS guidance
FROM (SELECT g.guidance_id
      FROM guidance g
      JOIN request q ON q.request_no = g.request_no
      JOIN tool t ON t.tool_id = :tool_id
      WHERE coalesce(g.tool_no, q.tool_no, t.tool_no) IN (SELECT ancestor_no FROM tool_ancestor x WHERE x.tool_no = t.tool_no)
        AND coalesce(g.effective_from_earliest, -2000000) <= :day_latest
        AND coalesce(g.effective_to_latest, 4000000) >= :day_earliest
      ORDER BY g.guidance_id)
HAVING n > 0;
