-- id: T08
-- name: oscillation
-- title: Changed its answer to and fro
-- severity: high
-- basis: consistency
-- message: {force} has changed its answer about {tool} more than once: {sequence} ({letter.letters}).
-- rationale: One change may be a decision; two show that there is no line, and the sequence itself tells a
--   reader something. A change that an acknowledgement explains is not counted.
-- source: SEMANTICS.md 19, 31
-- remedy: Review all letters of the case together, and settle one answer.

WITH reversal AS (
    SELECT c.force_no, c.tool_no, c.earlier_letter_no, c.later_letter_no, c.from_position, c.to_position,
           CASE c.to_position WHEN 'confirm' THEN c.unexplained ELSE c.certainty END AS certainty,
           row_number() OVER (PARTITION BY c.force_no, c.tool_no ORDER BY c.later_letter_no) AS place
    FROM change c
    WHERE c.kind = 'between' AND NOT (c.to_position = 'confirm' AND c.unexplained IS NULL)
), line AS (              -- the finding stands at the letter that made the second reversal
    SELECT force_no, tool_no, max(CASE place WHEN 2 THEN later_letter_no END) AS second_letter_no,
           CASE WHEN sum(place <= 2 AND certainty = 'certain') = 2 THEN 'certain' ELSE 'possible' END AS certainty,
           max(CASE place WHEN 1 THEN from_position || ', ' || to_position END)
               || group_concat(CASE WHEN place > 1 THEN ', ' || to_position END, '') AS sequence
    FROM (SELECT * FROM reversal ORDER BY force_no, tool_no, place)
    GROUP BY force_no, tool_no
    HAVING count(*) > 1
), turn AS (
    SELECT force_no, tool_no, earlier_letter_no AS letter_no FROM reversal
    UNION
    SELECT force_no, tool_no, later_letter_no FROM reversal
)
SELECT n.force_no, n.tool_no, s.request_no, NULL AS question_no, n.certainty, 'letter' AS role,
       l.response_no, l.responded_earliest, l.responded_latest, n.sequence
FROM line n
JOIN letter s ON s.letter_no = n.second_letter_no
JOIN turn t ON t.force_no = n.force_no AND t.tool_no = n.tool_no
JOIN letter l ON l.letter_no = t.letter_no
ORDER BY n.force_no, n.tool_no, s.request_no, l.letter_no
