-- id: T08
-- name: oscillation
-- title: Changed its answer to and fro
-- severity: high
-- basis: consistency
-- about: self-contradiction
-- message: {force} has changed its answer about {tool} more than once: {sequence} ({letter.letters}).
-- rationale: One change may be a decision; two show that there is no line, and the sequence itself tells a
--   reader something. A change that an acknowledgement explains is not counted.
-- source: SEMANTICS.md 19, 31, 65, 69
-- remedy: Review all letters of the case together, and settle one answer.

WITH reversal AS (
    SELECT c.force_no, c.tool_no, c.earlier_letter_no, c.later_letter_no, c.from_position, c.to_position,
           CASE c.to_position WHEN 'confirm' THEN c.unexplained ELSE c.certainty END AS certainty,
           row_number() OVER (PARTITION BY c.force_no, c.tool_no ORDER BY c.later_letter_no) AS place
    FROM change c
    WHERE c.kind = 'between' AND NOT (c.to_position = 'confirm' AND c.unexplained IS NULL)
), dated AS (             -- both changes ask for a day of the letter between them: is there one for the two
    SELECT r.*, r.earlier_letter_no IS lag(r.later_letter_no) OVER w
                AND max(b.responded_earliest, lag(b.responded_earliest) OVER w + 1)
                    > min(b.responded_latest, c.responded_latest - 1) AS excludes_last
    FROM reversal r
    JOIN letter b ON b.letter_no = r.earlier_letter_no
    JOIN letter c ON c.letter_no = r.later_letter_no
    WINDOW w AS (PARTITION BY r.force_no, r.tool_no ORDER BY r.place)
), fired AS (             -- of two that exclude each other one is counted
    SELECT force_no, tool_no, later_letter_no, certainty, row_number() OVER (PARTITION BY force_no, tool_no ORDER BY place) AS place
    FROM (SELECT *, lag(excludes_last) OVER (PARTITION BY force_no, tool_no ORDER BY place) AS is_before FROM dated)
    WHERE NOT excludes_last OR is_before
), line AS (              -- the finding stands at the letter that made the second reversal
    SELECT force_no, tool_no, max(CASE place WHEN 2 THEN later_letter_no END) AS second_letter_no,
           CASE WHEN sum(place <= 2 AND certainty = 'certain') = 2 THEN 'certain' ELSE 'possible' END AS certainty
    FROM fired
    GROUP BY force_no, tool_no
    HAVING count(*) > 1
), told AS (
    SELECT force_no, tool_no,
           max(CASE place WHEN 1 THEN from_position || ', ' || to_position END)
               || group_concat(CASE WHEN place > 1 THEN ', ' || to_position END, '') AS sequence
    FROM (SELECT * FROM reversal ORDER BY force_no, tool_no, place)
    GROUP BY force_no, tool_no
), turn AS (
    SELECT force_no, tool_no, earlier_letter_no AS letter_no FROM reversal
    UNION
    SELECT force_no, tool_no, later_letter_no FROM reversal
)
SELECT n.force_no, n.tool_no, s.request_no, NULL AS question_no, n.certainty, 'letter' AS role,
       l.response_no, l.responded_earliest, l.responded_latest, q.sequence
FROM line n
JOIN told q ON q.force_no = n.force_no AND q.tool_no = n.tool_no
JOIN letter s ON s.letter_no = n.second_letter_no
JOIN turn t ON t.force_no = n.force_no AND t.tool_no = n.tool_no
JOIN letter l ON l.letter_no = t.letter_no
ORDER BY n.force_no, n.tool_no, s.request_no, l.letter_no
