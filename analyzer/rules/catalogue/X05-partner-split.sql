-- id: X05
-- name: partner-split
-- title: Members of one collaboration answer differently
-- severity: medium
-- basis: consistency
-- about: split
-- evidence: membership
-- parties: confirm deny ncnd
-- message: Members of {collaboration} answered {request}{question} about {tool} differently:
--   {positions}{rest}.
-- rationale: Partners share systems and contracts, so a reader takes the answer of one for all. Two
--   members that differ only because one has acknowledged, and both follow the advice, are left
--   out.
-- source: SEMANTICS.md 16, 17, 29, 41, 47, 60, 65
-- remedy: Let the lead force settle one answer for the members.

WITH alike AS MATERIALIZED ( -- members of which the same holds
    SELECT DISTINCT unit_no, collaboration_no, reading, position, maybe_outside, maybe_acknowledged_conforming,
           maybe_unacknowledged_conforming, maybe_departing
    FROM partner
), pair AS (              -- two members that differ, in at least one reading not excused
    SELECT DISTINCT a.unit_no, a.collaboration_no
    FROM alike a
    JOIN alike b ON b.unit_no = a.unit_no AND b.collaboration_no = a.collaboration_no AND b.reading = a.reading
                AND b.position > a.position
    WHERE NOT (a.maybe_departing = 0 AND b.maybe_departing = 0
               AND ((a.maybe_unacknowledged_conforming = 0 AND b.maybe_acknowledged_conforming = 0)
                    OR (a.maybe_acknowledged_conforming = 0 AND b.maybe_unacknowledged_conforming = 0)))
), side AS MATERIALIZED ( -- may all who hold a position be away, or have, or lack, what excuses them
    SELECT unit_no, collaboration_no, reading, position, min(maybe_outside) AS may_be_away,
           min(maybe_outside OR maybe_acknowledged_conforming) AS may_have,
           min(maybe_outside OR maybe_unacknowledged_conforming) AS may_lack
    FROM alike
    GROUP BY unit_no, collaboration_no, reading, position
), quiet AS (             -- where in some reading no two members differ without excuse
    SELECT unit_no, collaboration_no
    FROM side
    GROUP BY unit_no, collaboration_no, reading
    HAVING sum(NOT may_be_away) <= 1
    UNION
    SELECT h.unit_no, h.collaboration_no
    FROM side h
    JOIN side l ON l.unit_no = h.unit_no AND l.collaboration_no = h.collaboration_no AND l.reading = h.reading
               AND l.position <> h.position
    WHERE h.may_have AND l.may_lack
      AND NOT EXISTS (SELECT 1 FROM side t
                      WHERE t.unit_no = h.unit_no AND t.collaboration_no = h.collaboration_no AND t.reading = h.reading
                        AND t.position NOT IN (h.position, l.position) AND NOT t.may_be_away)
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
       iif((p.unit_no, p.collaboration_no) IN (SELECT unit_no, collaboration_no FROM quiet), 'possible', 'certain') AS certainty,
       m.position AS role, m.response_no, r.responded_earliest, r.responded_latest,
       CASE sum(m.position = 'deny' AND r.partial_ncnd IS 1) OVER whole
            WHEN 0 THEN ''
            WHEN sum(m.position = 'deny') OVER whole THEN '; each denial is of open use alone, with an NCND for the rest'
            ELSE '; some denials are of open use alone, with an NCND for the rest' END AS rest
FROM pair p
JOIN unit u ON u.unit_no = p.unit_no
JOIN partner m ON m.unit_no = p.unit_no AND m.collaboration_no = p.collaboration_no AND m.reading = 1
JOIN response r ON r.response_no = m.response_no
WINDOW whole AS (PARTITION BY p.unit_no, p.collaboration_no)
ORDER BY u.tool_no, u.request_no, u.question_no, p.collaboration_no, m.force_no
