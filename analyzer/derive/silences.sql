-- Of which forces no position is known although something is, and why (clause 79). Of several letters one that nobody
-- has read goes first, since it may hold a position; then the latest; of the rows of a letter the first kind in the order of
-- silence_kind. A letter goes before what circulation.csv says, and that a force was asked before that it was not.
INSERT INTO silence (tool_no, request_no, force_no, kind, response_no)
WITH spoken AS MATERIALIZED (
    SELECT DISTINCT tool_no, request_no, force_no FROM letter WHERE position_on_use <> 'silent'
    UNION ALL
    SELECT tool_no, 0, force_no FROM public_position
), said AS MATERIALIZED (
    -- A row that takes a position, though not on use, is an answer without one.
    SELECT l.tool_no, l.request_no, l.force_no, l.letter_no, m.response_no,
           CASE WHEN s.silence = 'unanswered' OR p.position = 'silent' THEN s.silence ELSE 'other' END AS kind
    FROM response_meaning m
    CROSS JOIN letter l ON l.letter_no = m.letter_no
    JOIN profile p ON p.profile_no = m.profile_no
    JOIN stance s ON s.stance = p.stance
    WHERE l.position_on_use = 'silent'
), about AS (
    SELECT DISTINCT request_no, tool_no FROM unit
    UNION
    SELECT request_no, tool_no FROM request WHERE tool_no IS NOT NULL
), asked AS MATERIALIZED (
    SELECT a.tool_no, c.request_no, c.force_no, iif(c.received IS 0, 'not_asked', 'unanswered') AS kind
    FROM circulation c
    CROSS JOIN audit
    JOIN about a ON a.request_no = c.request_no
    WHERE c.received_earliest IS NULL OR as_of_day IS NULL OR c.received_earliest <= as_of_day
), told AS (
    SELECT tool_no, request_no, force_no, letter_no, response_no, kind FROM said
    UNION ALL
    SELECT tool_no, 0, force_no, letter_no, response_no, kind FROM said
    UNION ALL
    SELECT tool_no, request_no, force_no, 0, NULL, kind FROM asked
    UNION ALL
    SELECT tool_no, 0, force_no, 0, NULL, kind FROM asked
)
SELECT tool_no, request_no, force_no, kind, response_no
FROM (SELECT t.*, row_number() OVER (
                 PARTITION BY t.tool_no, t.request_no, t.force_no
                 ORDER BY CASE t.kind WHEN 'unread' THEN 0 WHEN 'unanswered' THEN 2 WHEN 'not_asked' THEN 3 ELSE 1 END,
                          t.letter_no DESC, k.place, t.response_no) AS choice
      FROM told t
      JOIN silence_kind k ON k.kind = t.kind
      LEFT JOIN spoken s ON s.tool_no = t.tool_no AND s.request_no = t.request_no AND s.force_no = t.force_no
      WHERE s.force_no IS NULL)
WHERE choice = 1;
