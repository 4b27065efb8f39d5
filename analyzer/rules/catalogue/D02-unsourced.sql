-- id: D02
-- name: unsourced
-- title: A finding rests on an acknowledgement without a source
-- severity: medium
-- basis: data
-- reads: findings
-- message: A finding about {force} rests on an acknowledgement about {tool} that has no source:
--   {acknowledgement.acknowledgements}.
-- rationale: Whoever has to defend the finding must be able to show the publication.
-- source: SEMANTICS.md 38
-- remedy: Add source_url to the acknowledgement, or take the row out.

SELECT DISTINCT f.force_no, k.tool_no, NULL AS request_no, NULL AS question_no,
       CASE WHEN f.certainty = 'certain'
             AND EXISTS (SELECT 1 FROM acknowledgement_for a
                         WHERE a.force_no = f.force_no AND a.tool_no = f.tool_no
                           AND a.acknowledgement_no = k.acknowledgement_no
                           AND a.certain_from <= r.responded_earliest AND a.certain_to >= r.responded_latest)
            THEN 'certain' ELSE 'possible' END AS certainty,
       'acknowledgement' AS role, k.acknowledgement_no,
       k.published_earliest AS responded_earliest, k.published_latest AS responded_latest
FROM finding f
JOIN finding_evidence e ON e.finding_no = f.finding_no AND e.role IN ('own', 'collaboration')
JOIN finding_evidence answer ON answer.finding_no = f.finding_no AND answer.role = 'answer'
JOIN response r ON r.response_no = answer.response_no
JOIN acknowledgement k ON k.acknowledgement_no = e.acknowledgement_no
WHERE f.rule_id IN ('G01', 'G04', 'G09') AND k.source_url IS NULL
ORDER BY f.force_no, k.tool_no, k.acknowledgement_no, certainty
