-- Used by pairs.c.

-- name: pairs_to_compare
-- Letters whose advice, or own record, is not the same in all readings of their dates, with the
-- one before (T10, T13), and with those to another kind of applicant (P01); of the latter one for
-- each span of days and advice of its own, since all such letters are read alike.
WITH unsettled AS MATERIALIZED (
    SELECT profile_no
    FROM profile_reading
    GROUP BY profile_no
    HAVING min(own_acknowledgement) <> max(own_acknowledgement) OR min(coalesce(guidance_no, 0)) <> max(coalesce(guidance_no, 0))
), told AS MATERIALIZED (
    SELECT l.force_no, l.tool_no, r.applicant_no, l.position_on_use, min(l.letter_no) AS letter_no
    FROM response r
    CROSS JOIN response_meaning m ON m.response_no = r.response_no
    CROSS JOIN letter l ON l.letter_no = m.letter_no
    WHERE r.applicant_no IS NOT NULL AND r.stage_no = 0 AND r.responded_earliest IS NOT NULL
      AND l.position_on_use <> 'silent' AND m.profile_no IN (SELECT profile_no FROM unsettled)
    GROUP BY l.force_no, l.tool_no, r.applicant_no, l.position_on_use, l.responded_earliest, l.responded_latest,
             (SELECT min(g.request_no) FROM guidance g WHERE g.request_no = l.request_no)
)
SELECT l.letter_no, l.before_no
FROM letter l
CROSS JOIN letter e ON e.letter_no = l.before_no
CROSS JOIN response_meaning m ON m.response_no = l.response_no
CROSS JOIN response_meaning em ON em.response_no = e.response_no
WHERE EXISTS (SELECT 1 FROM unsettled) AND e.position_on_use = l.position_on_use
  AND (m.profile_no IN (SELECT profile_no FROM unsettled) OR em.profile_no IN (SELECT profile_no FROM unsettled))
UNION
SELECT max(a.letter_no, b.letter_no), min(a.letter_no, b.letter_no)
FROM told a
JOIN told b ON b.force_no = a.force_no AND b.tool_no = a.tool_no
WHERE b.applicant_no > a.applicant_no AND b.position_on_use <> a.position_on_use
ORDER BY 1, 2;

-- name: insert_letter_pair
INSERT INTO letter_pair (letter_no, before_no, same_advice, same_state)
VALUES (:letter_no, :before_no, :same_advice, :same_state);
