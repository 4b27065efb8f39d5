-- The data of one map in words: each state with its forces. On the map of a request those
-- of which no answer is known are not named once more where they are many.
SELECT w.state, w.word, w.letter, count(s.force_no) AS n,
       CASE WHEN w.state = 'unknown' AND :request_no > 0 AND count(s.force_no) > 12 THEN 'all the others'
            ELSE (SELECT group_concat(name, ', ') FROM (
                SELECT substr(f.name, 1, 200) AS name
                FROM temp.page_state s2 JOIN force f ON f.force_no = s2.force_no
                WHERE s2.tool_no = :tool_no AND s2.request_no = :request_no AND s2.state = w.state
                ORDER BY f.name, f.force_id LIMIT 200)) END AS names
FROM temp.state_word w
LEFT JOIN temp.page_state s ON s.tool_no = :tool_no AND s.request_no = :request_no AND s.state = w.state
GROUP BY w.state
ORDER BY w.place;
