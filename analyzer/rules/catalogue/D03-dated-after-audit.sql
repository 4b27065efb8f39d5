-- id: D03
-- name: dated-after-audit
-- title: A date after the day of the audit
-- severity: low
-- basis: data
-- message: Dated after the audit's day, {as_of:day}, about {tool}:
--   {answer.letters}{acknowledgement.acknowledgements}. Such a row takes part in no other rule.
-- rationale: Either the audit looks back on purpose, or the date is wrong.
-- source: SEMANTICS.md 8, 38, 51
-- remedy: Check the date; audit as of a later day if it is right.

SELECT r.force_no, r.tool_no, r.request_no, r.question_no,
       CASE WHEN (r.responded_earliest > a.as_of_day AND r.bounds IS NOT 'given') OR r.received_earliest > a.as_of_day
            THEN 'certain' ELSE 'possible' END AS certainty,
       'answer' AS role, r.response_no, NULL AS acknowledgement_no, r.responded_earliest, r.responded_latest,
       a.as_of_day AS as_of
FROM audit a
CROSS JOIN response r
WHERE (r.responded_latest > a.as_of_day AND r.bounds IS NOT 'given') OR r.received_latest > a.as_of_day
UNION ALL
SELECT k.force_no, k.tool_no, NULL, NULL,
       CASE WHEN k.published_earliest > a.as_of_day THEN 'certain' ELSE 'possible' END,
       'acknowledgement', NULL, k.acknowledgement_no, k.published_earliest, k.published_latest, a.as_of_day
FROM audit a
CROSS JOIN acknowledgement k
WHERE k.published_latest > a.as_of_day AND k.published_earliest IS NOT NULL
ORDER BY 1, 2, 3, 4, 7, 8
