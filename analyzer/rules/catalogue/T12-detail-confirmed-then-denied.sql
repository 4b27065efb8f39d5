-- id: T12
-- name: detail-confirmed-then-denied
-- title: Denies holding a record that it has said it holds
-- severity: high
-- basis: statute
-- about: self-contradiction
-- message: {force} said that it holds information about {tool} on {topics} ({earlier.letters}) and later that it
--   holds none ({later.letters}).
-- rationale: Unless the record was destroyed or another period was asked about, one of the two statements is
--   wrong. A change of the answer about use itself is T06's.
-- source: FOIA s1(1)(a); SEMANTICS.md 18, 31
-- remedy: Search again, compare the periods of the two requests, and correct the statement that is wrong.

WITH speaking AS (        -- by topic, letters of the forces and tools for which a detail is denied
    SELECT l.force_no, l.tool_no, l.letter_no, t.topic_no, t.topic,
           (l.confirmed_topics >> t.topic_no) & 1 AS confirms, (l.denied_topics >> t.topic_no) & 1 AS denies
    FROM (SELECT DISTINCT force_no, tool_no FROM letter WHERE denied_topics <> 0) d
    CROSS JOIN letter l ON l.force_no = d.force_no AND l.tool_no = d.tool_no
    CROSS JOIN topic t ON ((l.confirmed_topics | l.denied_topics) >> t.topic_no) & 1
    WHERE l.responded_earliest IS NOT NULL
      AND t.topic IN ('cost', 'period', 'scope', 'extension', 'dpia', 'dsa', 'dpa')
), line AS (
    SELECT *, lag(letter_no) OVER w AS before_no, lag(confirms AND NOT denies) OVER w AS confirmed_before
    FROM speaking
    WINDOW w AS (PARTITION BY force_no, tool_no, topic_no ORDER BY letter_no)
), pair AS (
    SELECT w.letter_no, e.letter_no AS earlier_no, group_concat(w.topic, ', ') AS topics,
           CASE WHEN e.responded_latest < l.responded_earliest THEN 'certain' ELSE 'possible' END AS certainty
    FROM (SELECT * FROM line WHERE denies AND NOT confirms AND confirmed_before ORDER BY letter_no, topic_no) w
    JOIN letter l ON l.letter_no = w.letter_no
    JOIN letter e ON e.letter_no = w.before_no
    WHERE e.request_no <> l.request_no AND e.responded_earliest < l.responded_latest
      AND NOT (e.position_on_use = 'confirm' AND l.position_on_use = 'deny')
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
