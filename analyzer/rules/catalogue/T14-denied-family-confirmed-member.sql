-- id: T14
-- name: denied-family-confirmed-member
-- title: Denies a family of tools and confirms one of them
-- severity: high
-- basis: statute
-- about: self-contradiction
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
), side AS MATERIALIZED ( -- the denials of a family and the confirmations of one part, of one force
    SELECT d.force_no, m.family_no, m.member_no, 'denial' AS role, d.letter_no, d.is_qualified, d.certainty
    FROM denial d
    JOIN member m ON m.family_no = d.tool_no
    UNION ALL
    SELECT c.force_no, m.family_no, m.member_no, 'confirmation', c.letter_no, NULL, NULL
    FROM (SELECT DISTINCT force_no, tool_no FROM denial) d
    JOIN member m ON m.family_no = d.tool_no
    JOIN letter c ON c.force_no = d.force_no AND c.tool_no = m.member_no
    WHERE c.stated_on_use = 'confirm'
), placed AS (            -- in the order of T; a denial and a confirmation of one place are one letter, and no pair
    SELECT s.*, l.responded_earliest, l.request_no,
           coalesce(date(l.responded_latest * 86400, 'unixepoch', '+24 months'), '9999') AS matters_until,
           dense_rank() OVER (PARTITION BY s.force_no, s.family_no, s.member_no
                              ORDER BY coalesce(l.responded_earliest, -2000000), coalesce(l.responded_latest, 4000000),
                                       l.stage_no, q.request_id) AS place
    FROM side s
    JOIN letter l ON l.letter_no = s.letter_no
    JOIN request q ON q.request_no = l.request_no
), ranked AS MATERIALIZED (
    SELECT p.*, row_number() OVER (PARTITION BY force_no, family_no, member_no, role ORDER BY place) AS nth,
           row_number() OVER (PARTITION BY force_no, family_no, member_no, role ORDER BY matters_until DESC, place) AS nth_last
    FROM placed p
), line AS MATERIALIZED ( -- what the pairs of a force, a family and a part need to know: the first two and last two
    SELECT force_no, family_no, member_no,
           max(place) FILTER (WHERE role = 'denial' AND nth = 1) AS denial, max(place) FILTER (WHERE role = 'denial' AND nth = 2) AS denial_2,
           max(place) FILTER (WHERE role = 'confirmation' AND nth = 1) AS confirmation,
           max(place) FILTER (WHERE role = 'confirmation' AND nth = 2) AS confirmation_2,
           max(place) FILTER (WHERE role = 'confirmation' AND nth_last = 1) AS last_place,
           max(matters_until) FILTER (WHERE role = 'confirmation' AND nth_last = 1) AS last_until,
           max(matters_until) FILTER (WHERE role = 'confirmation' AND nth_last = 2) AS other_until
    FROM ranked
    GROUP BY force_no, family_no, member_no
    HAVING confirmation IS NOT NULL AND (denial <> confirmation OR denial_2 IS NOT NULL OR confirmation_2 IS NOT NULL)
), later AS (             -- the finding stands at the earliest letter that is the later one of a pair
    SELECT r.force_no, r.family_no, r.member_no, r.letter_no, r.request_no,
           row_number() OVER (PARTITION BY r.force_no, r.family_no, r.member_no ORDER BY r.place, t.tool_id) AS nth
    FROM ranked r
    JOIN line n ON n.force_no = r.force_no AND n.family_no = r.family_no AND n.member_no = r.member_no
    JOIN letter l ON l.letter_no = r.letter_no
    JOIN tool t ON t.tool_no = l.tool_no
    WHERE r.nth <= 2
      AND CASE WHEN n.denial = n.confirmation THEN r.place > n.denial
               ELSE r.place >= iif(r.role = 'denial', n.confirmation, n.denial) AND r.nth = 1 END
), paired AS (            -- each letter that has another of the other kind
    SELECT r.*, iif(r.place = n.last_place, n.other_until, n.last_until) AS until
    FROM ranked r
    JOIN line n ON n.force_no = r.force_no AND n.family_no = r.family_no AND n.member_no = r.member_no
    WHERE CASE r.role WHEN 'denial' THEN r.place <> n.confirmation OR n.confirmation_2 IS NOT NULL
                      ELSE r.place <> n.denial OR n.denial_2 IS NOT NULL END
)
SELECT p.force_no, a.tool_no, a.request_no, NULL AS question_no,
       iif(a.tool_no = p.family_no, p.member_no, p.family_no) AS other_tool_no,
       CASE WHEN p.role = 'confirmation' THEN 'low'
            WHEN p.until < date(p.responded_earliest * 86400, 'unixepoch') THEN 'low'
            WHEN p.is_qualified THEN 'medium' ELSE 'high' END AS severity,
       coalesce(p.certainty, 'possible') AS certainty, p.role, x.response_no, x.responded_earliest, x.responded_latest,
       f.name AS family, m.name AS member
FROM paired p
JOIN later w ON w.force_no = p.force_no AND w.family_no = p.family_no AND w.member_no = p.member_no AND w.nth = 1
JOIN letter a ON a.letter_no = w.letter_no
JOIN letter x ON x.letter_no = p.letter_no
JOIN tool f ON f.tool_no = p.family_no
JOIN tool m ON m.tool_no = p.member_no
ORDER BY 1, 2, 3, 4, 5, 8, x.response_no
