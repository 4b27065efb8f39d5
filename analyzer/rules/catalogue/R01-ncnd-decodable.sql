-- id: R01
-- name: ncnd-decodable
-- title: The other answers let a reader decode the NCNDs
-- severity: high
-- basis: consistency
-- parties: deny
-- message: About {tool}, as the public record stands, the answers of others decode the NCND of {ncnd.count}:
--   under the model's assumptions the odds of use among them are {ratio} times the odds among all {stated}
--   forces with a position. {deny.count} denied ({deny.forces}).
-- rationale: An NCND protects while it says nothing beyond the base rate. Each denial takes a force that does
--   not use the tool out of the crowd, until the NCND itself points at use. The ratio measures what the
--   published answers give away under stated assumptions; it is no knowledge of who uses the tool.
-- source: RISK.md section 1; SEMANTICS.md 36, 37, 47
-- remedy: Agree one line before the next answer; find out which denials can be withdrawn at review.
--   `concord whatif` shows what each change would give away.

SELECT NULL AS force_no, p.tool_no, NULL AS request_no, NULL AS question_no, iif(p.qualified, 'ncnd', p.position) AS role,
       l.response_no, p.acknowledgement_no, l.responded_earliest, l.responded_latest,
       coalesce(fixed(e.decodability, 1), '2 or more') AS ratio,
       e.confirming + e.denying + e.ncnd AS stated
FROM exposure e
JOIN public_position p ON p.tool_no = e.tool_no
LEFT JOIN letter l ON l.letter_no = p.letter_no
WHERE e.confirming + e.denying + e.ncnd >= 8 AND e.is_decodable
ORDER BY p.tool_no, p.force_no
