-- id: L05
-- name: test-missing
-- title: A test that the exemption needs is not set out
-- severity: medium
-- basis: statute
-- evidence: statute
-- about: citations
-- message: {force} cited {citations} about {tool} in {answer.letters} and did not set out {tests}.
-- rationale: A qualified exemption needs a public-interest test, a prejudice-based one a harm test;
--   without it the notice does not say why.
-- source: FOIA s2, s17(1)(c), s17(3); FOISA s16; SEMANTICS.md 32
-- remedy: Set out the missing test at review.

WITH needed AS (
    SELECT set_no, max(pit_needed) AS pit_needed, max(harm_test_needed) AS harm_test_needed
    FROM exemption_citation GROUP BY set_no
)
SELECT a.force_no, a.tool_no, a.request_no, a.question_no, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest, s.citations,
       CASE WHEN n.pit_needed AND a.public_interest_test = 'no' AND n.harm_test_needed AND a.harm_test = 'no'
            THEN 'the public-interest test and the harm test'
            WHEN n.pit_needed AND a.public_interest_test = 'no' THEN 'the public-interest test'
            ELSE 'the harm test' END AS tests
FROM answer a
JOIN needed n ON n.set_no = a.set_no
JOIN exemption_set s ON s.set_no = a.set_no
WHERE a.position <> 'silent' AND a.regime <> 'other'
  AND ((n.pit_needed AND a.public_interest_test = 'no') OR (n.harm_test_needed AND a.harm_test = 'no'))
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
