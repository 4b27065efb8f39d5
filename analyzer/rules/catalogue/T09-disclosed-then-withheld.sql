-- id: T09
-- name: disclosed-then-withheld
-- title: Withholds what it has disclosed before
-- severity: high
-- basis: regulator
-- about: self-contradiction
-- message: {force} disclosed information about {tool} ({earlier.letters}) and later withheld it or neither
--   confirmed nor denied on the same topic: {topics} ({later.letters}).
-- rationale: What is disclosed to one applicant is disclosed to the world, so a later refusal of the same
--   information hardly stands; at most section 21 applies, with the address of the disclosure.
-- source: FOIA s1(1), s21(1); regulator's view that a disclosure is one to the world; SEMANTICS.md 18, 31
-- remedy: Send the disclosure or its address, or say what has changed since.

WITH speaking AS (        -- by topic, letters of the forces and tools for which there is a disclosure
    SELECT l.force_no, l.tool_no, l.letter_no, t.topic_no, t.topic,
           (l.disclosed_topics >> t.topic_no) & 1 AS discloses, (l.withheld_topics >> t.topic_no) & 1 AS withholds
    FROM (SELECT DISTINCT force_no, tool_no FROM letter WHERE disclosed_topics <> 0) d
    CROSS JOIN letter l ON l.force_no = d.force_no AND l.tool_no = d.tool_no
    CROSS JOIN topic t ON ((l.disclosed_topics | l.withheld_topics) >> t.topic_no) & 1
    WHERE l.responded_earliest IS NOT NULL
), line AS (
    SELECT *, lag(letter_no) OVER w AS before_no, lag(discloses) OVER w AS disclosed_before
    FROM speaking
    WINDOW w AS (PARTITION BY force_no, tool_no, topic_no ORDER BY letter_no)
), pair AS (
    SELECT w.letter_no, e.letter_no AS earlier_no, group_concat(w.topic, ', ') AS topics,
           CASE WHEN e.responded_latest < l.responded_earliest THEN 'certain' ELSE 'possible' END AS certainty
    FROM (SELECT * FROM line WHERE withholds AND NOT discloses AND disclosed_before ORDER BY letter_no, topic_no) w
    JOIN letter l ON l.letter_no = w.letter_no
    JOIN letter e ON e.letter_no = w.before_no
    WHERE e.request_no <> l.request_no AND e.responded_earliest < l.responded_latest
    GROUP BY w.letter_no, e.letter_no
)
SELECT l.force_no, l.tool_no, l.request_no, NULL AS question_no, p.certainty, 'earlier' AS role,
       e.response_no, e.responded_earliest, e.responded_latest, p.topics
FROM pair p
JOIN letter l ON l.letter_no = p.letter_no
JOIN letter e ON e.letter_no = p.earlier_no
UNION ALL
SELECT l.force_no, l.tool_no, l.request_no, NULL, p.certainty, 'later',
       l.response_no, l.responded_earliest, l.responded_latest, p.topics
FROM pair p
JOIN letter l ON l.letter_no = p.letter_no
ORDER BY 1, 2, 3, 4, 6, 7
