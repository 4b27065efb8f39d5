-- id: L01
-- name: held-then-ncnd
-- title: Says whether it holds the information, then neither confirms nor denies
-- severity: critical
-- basis: statute
-- about: self-contradiction
-- message: {force} says in {answer.letters} about {tool} that the information is {held}, and then
--   relies on NCND.
-- rationale: A letter cannot both confirm or deny and decline to do so. The reader keeps the statement.
-- source: FOIA s1(1)(a), s2(1), s17(1); DOMAIN.md on held_statement
-- remedy: Correct the letter; if the sentence is standard text, take it out of the template.

SELECT a.force_no, a.tool_no, a.request_no, a.question_no, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest,
       CASE a.held_statement WHEN 'confirm' THEN 'held' ELSE 'not held' END AS held
FROM answer a
WHERE a.stance = 'ncnd' AND a.held_statement IN ('confirm', 'deny')
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
