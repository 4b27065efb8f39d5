-- id: X05
-- name: partner-split
-- title: Members of one collaboration answer differently
-- severity: medium
-- basis: consistency
-- evidence: membership
-- parties: confirm deny ncnd
-- message: Members of {collaboration} answered {request}{question} about {tool} differently:
--   {positions}.
-- rationale: Partners share systems and contracts, so a reader takes the answer of one for all. Two
--   members that differ only because one has acknowledged, and both follow the advice, are left
--   out.
-- source: SEMANTICS.md 16, 17, 29, 41, 60
-- remedy: Let the lead force settle one answer for the members.

WITH alike AS MATERIALIZED ( -- members of which the same holds
    SELECT DISTINCT unit_no, collaboration_no, position, maybe_outside, maybe_acknowledged_conforming,
           maybe_unacknowledged_conforming, maybe_departing
    FROM partner
), pair AS (              -- two members that differ, in at least one reading not excused
    SELECT a.unit_no, a.collaboration_no,
           max(a.maybe_outside = 0 AND b.maybe_outside = 0
               AND NOT (a.maybe_acknowledged_conforming AND b.maybe_unacknowledged_conforming)
               AND NOT (a.maybe_unacknowledged_conforming AND b.maybe_acknowledged_conforming)) AS is_certain
    FROM alike a
    JOIN alike b ON b.unit_no = a.unit_no AND b.collaboration_no = a.collaboration_no AND b.position > a.position
    WHERE NOT (a.maybe_departing = 0 AND b.maybe_departing = 0
               AND ((a.maybe_unacknowledged_conforming = 0 AND b.maybe_acknowledged_conforming = 0)
                    OR (a.maybe_acknowledged_conforming = 0 AND b.maybe_unacknowledged_conforming = 0)))
    GROUP BY a.unit_no, a.collaboration_no
), spoken AS MATERIALIZED ( -- about which tools a collaboration has an acknowledgement
    SELECT DISTINCT k.collaboration_no, t.ancestor_no AS tool_no
    FROM acknowledgement k
    JOIN tool_ancestor t ON t.tool_no = k.tool_no
    WHERE k.collaboration_no IS NOT NULL AND k.publisher IN ('force', 'collaboration')
      AND coalesce(k.published_earliest <= (SELECT as_of_day FROM audit), 1)
)
SELECT NULL AS force_no, u.tool_no, u.request_no, u.question_no, p.collaboration_no,
       CASE WHEN u.is_marginal THEN 'low'
            WHEN (p.collaboration_no, u.tool_no) IN (SELECT collaboration_no, tool_no FROM spoken)
            THEN 'high' ELSE 'medium' END AS severity,
       CASE WHEN p.is_certain THEN 'certain' ELSE 'possible' END AS certainty,
       m.position AS role, m.response_no, r.responded_earliest, r.responded_latest
FROM pair p
JOIN unit u ON u.unit_no = p.unit_no
JOIN partner m ON m.unit_no = p.unit_no AND m.collaboration_no = p.collaboration_no
JOIN response r ON r.response_no = m.response_no
ORDER BY u.tool_no, u.request_no, u.question_no, p.collaboration_no, m.force_no
