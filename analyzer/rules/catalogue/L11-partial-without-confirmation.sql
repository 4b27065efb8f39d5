-- id: L11
-- name: partial-without-confirmation
-- title: Partial NCND in a letter that confirms and denies nothing
-- severity: high
-- basis: statute
-- message: {force} gave a partial NCND about {tool} in {answer.letters}, in a letter that confirms or denies
--   nothing.
-- rationale: A partial NCND speaks of information other than what was confirmed. Where nothing was, "any other
--   information" says that some is held after all.
-- source: FOIA s1(1)(a), s2(1); CRU circular 995/24 (full NCND where nothing is acknowledged); SEMANTICS.md 49
-- remedy: Use the full form of words, without "other" or "further".

SELECT a.force_no, a.tool_no, a.request_no, a.question_no, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest
FROM answer a
JOIN letter l ON l.letter_no = a.letter_no
WHERE a.partial_ncnd = 'yes' AND a.position = 'ncnd' AND l.confirmed_topics = 0 AND l.denied_topics = 0
  AND NOT EXISTS ( -- whatever it says about use, what it says about holding is a statement
      SELECT 1
      FROM response_meaning m
      CROSS JOIN profile p ON p.profile_no = m.profile_no
      CROSS JOIN stance s ON s.stance = p.stance
      WHERE m.letter_no = a.letter_no
        AND iif(p.held_statement IN ('confirm', 'deny', 'ncnd'), p.held_statement, s.position) IN ('confirm', 'deny'))
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
