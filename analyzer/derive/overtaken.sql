-- Which letters a later one has overtaken (clause 78), and the latest that did: one with a position
-- that was certainly given later, or at a later stage of the same request. Letters stand in the order
-- of clause 31, so that of dated ones the last number is the latest.
INSERT INTO overtaken (letter_no, by_no)
WITH dated AS MATERIALIZED (
    SELECT force_no, tool_no, max(letter_no) AS letter_no
    FROM letter
    WHERE position_on_use <> 'silent' AND responded_earliest IS NOT NULL
    GROUP BY force_no, tool_no
), staged AS MATERIALIZED (
    SELECT force_no, tool_no, request_no, letter_no, stage_no,
           row_number() OVER (PARTITION BY force_no, tool_no, request_no ORDER BY stage_no DESC, letter_no DESC) AS n
    FROM letter
    WHERE position_on_use <> 'silent' AND stage_no > 0
)
SELECT letter_no, by_no
FROM (SELECT l.letter_no,
             CASE WHEN n.responded_earliest > coalesce(l.responded_latest, r.open_latest) THEN n.letter_no ELSE s.letter_no END AS by_no
      FROM letter l
      CROSS JOIN response r ON r.response_no = l.response_no
      LEFT JOIN dated d ON d.force_no = l.force_no AND d.tool_no = l.tool_no
      LEFT JOIN letter n ON n.letter_no = d.letter_no
      LEFT JOIN staged s ON s.n = 1 AND s.force_no = l.force_no AND s.tool_no = l.tool_no AND s.request_no = l.request_no
                        AND s.stage_no > l.stage_no)
WHERE by_no IS NOT NULL;
