-- The forces that have a dossier: those of which a letter, a position, an acknowledgement
-- of their own, a ruling or a finding is known, at most 120, the most written about first. `anchor`
-- leads to it.
CREATE TEMP TABLE page_force AS
SELECT force_no, force_id, name, letters, acknowledgements, findings, worst,
       CASE WHEN force_id <> '' AND force_id NOT GLOB '*[^a-z0-9-]*' AND length(force_id) <= 60 THEN 'force-' || force_id
            ELSE 'force_' || force_no END AS anchor,
       row_number() OVER (ORDER BY name, force_id) AS place
FROM (SELECT f.force_no, f.force_id, f.name, coalesce(l.letters, 0) AS letters,
             coalesce(a.acknowledgements, 0) AS acknowledgements, coalesce(i.findings, 0) AS findings,
             coalesce(i.worst, 0) AS worst,
             row_number() OVER (ORDER BY coalesce(i.worst, 0) DESC, coalesce(l.letters, 0) DESC, f.force_id) AS choice
      FROM force f
      LEFT JOIN (SELECT force_no, count(*) AS letters FROM letter GROUP BY force_no) l ON l.force_no = f.force_no
      LEFT JOIN (SELECT force_no, count(*) AS acknowledgements FROM acknowledgement
                 WHERE force_no IS NOT NULL GROUP BY force_no) a ON a.force_no = f.force_no
      LEFT JOIN (SELECT fi.force_no, count(*) AS findings, max(s.rank) AS worst
                 FROM finding fi JOIN severity s ON s.severity = fi.severity
                 WHERE fi.status = 'open' AND fi.force_no IS NOT NULL GROUP BY fi.force_no) i ON i.force_no = f.force_no
      WHERE l.force_no IS NOT NULL OR a.force_no IS NOT NULL OR i.force_no IS NOT NULL
         OR EXISTS (SELECT 1 FROM ruling k WHERE k.force_no = f.force_no))
WHERE choice <= 120;
CREATE UNIQUE INDEX temp.page_force_no ON page_force (force_no);

-- The view adds up over all letters: once for all dossiers.
CREATE TEMP TABLE page_force_numbers AS SELECT * FROM v_force_numbers;
CREATE INDEX temp.page_force_numbers_of ON page_force_numbers (force_no);

-- Whose neighbours the dossiers tell of: the members of each collaboration today, and the
-- forces of each region, under the name that the page gives them.
CREATE TEMP TABLE page_group AS
SELECT 'collaboration ' || c.collaboration_no AS group_key, c.name AS neighbours, m.force_no
FROM membership m
JOIN collaboration c ON c.collaboration_no = m.collaboration_no
WHERE m.to_latest IS NULL
UNION
SELECT 'region ' || rocu, 'Region of ' || rocu, force_no
FROM force
WHERE rocu NOT LIKE 'none%';
CREATE INDEX temp.page_group_of ON page_group (force_no);

-- What they say in public: of each group, tool and position one more than are named, so that
-- enough are left when the force itself is among them.
CREATE TEMP TABLE page_group_spoken AS
SELECT *
FROM (SELECT g.group_key, t.tool_no, t.tool, w.place, w.word, g.force_no, f.name,
             row_number() OVER (PARTITION BY g.group_key, t.tool_no, w.place ORDER BY g.force_no) AS n,
             count(*) OVER (PARTITION BY g.group_key, t.tool_no, w.place) AS forces
      FROM page_group g
      JOIN public_position p ON p.force_no = g.force_no
      JOIN page_tool t ON t.tool_no = p.tool_no AND t.is_charted
      JOIN state_word w ON w.state = p.position
      JOIN force f ON f.force_no = g.force_no)
WHERE n <= (SELECT neighbours_named FROM page_size) + 1;
CREATE INDEX temp.page_group_spoken_of ON page_group_spoken (group_key);

-- Forces that gave both a confirmation and an NCND about a tool or, where neither about any one, its family.
CREATE TEMP TABLE page_both_said AS
WITH said AS (
    SELECT l.force_no, x.ancestor_no AS tool_no, count(*) AS letters
    FROM letter l
    JOIN tool_ancestor x ON x.tool_no = l.tool_no
    WHERE l.position_on_use IN ('confirm', 'ncnd') OR l.confirm_on_use OR l.ncnd_on_use
    GROUP BY l.force_no, x.ancestor_no
    HAVING max(l.position_on_use = 'confirm' OR l.confirm_on_use) AND max(l.position_on_use = 'ncnd' OR l.ncnd_on_use)
)
SELECT s.force_no, s.tool_no, s.letters
FROM said s
WHERE NOT EXISTS (SELECT 1 FROM said c JOIN tool_ancestor x ON x.tool_no = c.tool_no AND x.ancestor_no = s.tool_no AND x.distance > 0
                  WHERE c.force_no = s.force_no);

-- Who was asked and is not known to have answered, request by request.
CREATE TEMP TABLE page_awaiting AS
SELECT c.request_no, c.force_no, f.name AS force, a.overdue, a.due_latest,
       row_number() OVER (PARTITION BY c.request_no ORDER BY f.name, f.force_id) AS n
FROM awaited a
JOIN circulation c ON c.circulation_no = a.circulation_no
JOIN force f ON f.force_no = c.force_no;
CREATE INDEX temp.page_awaiting_of ON page_awaiting (request_no, n);
