-- Which ruling measures letters about which tool, and on which days (clause 54). One dated after
-- as-of takes no part, nor does it set another aside.
INSERT INTO ruling_for (tool_no, ruling_no, possible_from, possible_to, certain_from, certain_to)
WITH taking_part AS (
    SELECT k.* FROM ruling k CROSS JOIN audit a WHERE a.as_of_day IS NULL OR k.date_earliest <= a.as_of_day
), set_aside AS (
    SELECT o.ruling_no, min(s.date_earliest) AS earliest, min(s.date_latest) AS latest
    FROM taking_part o
    JOIN taking_part s ON s.force_no = o.force_no AND s.tool_no = o.tool_no AND s.request_no IS o.request_no
    WHERE s.body IN ('tribunal', 'court') AND s.date_earliest > o.date_latest
      AND CASE WHEN o.ordered = 'confirm_or_deny' THEN s.ordered IS NOT 'confirm_or_deny'
               ELSE o.about = 'ncnd' AND o.outcome = 'not_upheld' -- an NCND accepted, and turned
                    AND s.about = 'ncnd' AND (s.outcome <> 'not_upheld' OR s.ordered IS 'confirm_or_deny') END
    GROUP BY o.ruling_no
)
SELECT x.ancestor_no, k.ruling_no, k.date_earliest + 1, coalesce(s.latest, 4000000), k.date_latest + 1,
       coalesce(s.earliest, 4000000)
FROM taking_part k
JOIN tool_ancestor x ON x.tool_no = k.tool_no
LEFT JOIN set_aside s ON s.ruling_no = k.ruling_no;
