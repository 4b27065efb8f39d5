-- id: T14
-- name: denied-family-confirmed-member
-- title: Denies a family of tools and confirms one of them
-- severity: high
-- basis: statute
-- shares-cause-with: G11
-- message: {force} denied about {family} ({denial.letters}), and it confirmed about {member}
--   ({confirmation.letters}), which is a part of it.
-- rationale: Who uses a part uses the whole. Unless the part came into use between the two letters, one of the two
--   answers is wrong.
-- source: FOIA s1(1)(a); FOISA s1(1); SEMANTICS.md 15, 19, 31
-- remedy: Check what was searched for each of the two, and correct the answer that is wrong.

WITH member AS (          -- of a family, itself left out
    SELECT tool_no AS member_no, ancestor_no AS family_no FROM tool_ancestor WHERE distance > 0
), denial AS MATERIALIZED ( -- letters that deny a family, unless an own acknowledgement was in force on their day
    SELECT l.letter_no, l.force_no, l.tool_no, l.partial_ncnd = 'yes' AS is_qualified,
           CASE WHEN max(d.own_acknowledgement) THEN 'possible' ELSE 'certain' END AS certainty
    FROM letter l
    JOIN response_meaning m ON m.response_no = l.response_no
    JOIN profile_reading d ON d.profile_no = m.profile_no
    WHERE l.stated_on_use = 'deny' AND l.tool_no IN (SELECT family_no FROM member)
    GROUP BY l.letter_no
    HAVING NOT min(d.own_acknowledgement)
), pair AS (              -- with a letter that confirms a part of it; which of the two is the later
    SELECT d.force_no, m.family_no, m.member_no, d.letter_no AS denial_no, c.letter_no AS confirmation_no, d.certainty,
           CASE WHEN date(c.responded_latest * 86400, 'unixepoch', '+24 months')
                     < date(e.responded_earliest * 86400, 'unixepoch') THEN 'low'
                WHEN d.is_qualified THEN 'medium' ELSE 'high' END AS severity,
           (coalesce(c.responded_earliest, -2000000), coalesce(c.responded_latest, 4000000), c.stage_no, cq.request_id)
               >= (coalesce(e.responded_earliest, -2000000), coalesce(e.responded_latest, 4000000), e.stage_no, eq.request_id)
               AS confirmed_later
    FROM denial d
    JOIN letter e ON e.letter_no = d.letter_no
    JOIN member m ON m.family_no = d.tool_no
    JOIN letter c ON c.force_no = d.force_no AND c.tool_no = m.member_no
    JOIN request eq ON eq.request_no = e.request_no
    JOIN request cq ON cq.request_no = c.request_no
    WHERE c.stated_on_use = 'confirm'
      AND NOT (c.request_no = e.request_no AND c.stage_no = e.stage_no AND c.responded_earliest IS e.responded_earliest
               AND c.responded_latest IS e.responded_latest)
), placed AS (            -- the finding of a family and a part stands at the earliest later letter
    SELECT p.*, first_value(CASE WHEN confirmed_later THEN confirmation_no ELSE denial_no END) OVER (
               PARTITION BY p.force_no, p.family_no, p.member_no
               ORDER BY coalesce(l.responded_earliest, -2000000), coalesce(l.responded_latest, 4000000), l.stage_no,
                        q.request_id, t.tool_id) AS later_no
    FROM pair p
    JOIN letter l ON l.letter_no = CASE WHEN p.confirmed_later THEN p.confirmation_no ELSE p.denial_no END
    JOIN request q ON q.request_no = l.request_no
    JOIN tool t ON t.tool_no = l.tool_no
)
SELECT p.force_no, a.tool_no, a.request_no, NULL AS question_no,
       CASE a.tool_no WHEN p.family_no THEN p.member_no ELSE p.family_no END AS other_tool_no,
       p.severity, p.certainty, s.role, x.response_no, x.responded_earliest, x.responded_latest,
       f.name AS family, m.name AS member
FROM placed p
CROSS JOIN (SELECT 'denial' AS role UNION ALL SELECT 'confirmation') s
JOIN letter a ON a.letter_no = p.later_no
JOIN letter x ON x.letter_no = CASE s.role WHEN 'denial' THEN p.denial_no ELSE p.confirmation_no END
JOIN tool f ON f.tool_no = p.family_no
JOIN tool m ON m.tool_no = p.member_no
ORDER BY 1, 2, 3, 4, 5, 8, x.response_no
