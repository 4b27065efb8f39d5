-- What became of the matters, once 5-conclusions.sql has said it of their findings. A matter of then
-- and one of now are linked where a finding of each is of the same rule, force, tool and request,
-- whatever the question, as within one audit. (Findings of one identifier are.)
CREATE TEMP TABLE old_member AS
SELECT m.matter_no, f.finding_no, f.finding_id, f.rule_id || char(31) || coalesce(o.force_id, '') || char(31)
       || coalesce(t.tool_id, '') || char(31) || coalesce(q.request_id, '') AS fact
FROM old.finding f
JOIN old.matter m ON m.matter_no = f.matter_no
LEFT JOIN old.force o ON o.force_no = f.force_no
LEFT JOIN old.tool t ON t.tool_no = f.tool_no
LEFT JOIN old.request q ON q.request_no = f.request_no;
CREATE INDEX temp.old_member_of ON old_member (matter_no, finding_id);

CREATE TEMP TABLE new_member AS
SELECT m.matter_no, f.finding_no, f.finding_id, f.rule_id || char(31) || coalesce(o.force_id, '') || char(31)
       || coalesce(t.tool_id, '') || char(31) || coalesce(q.request_id, '') AS fact
FROM main.finding f
JOIN main.matter m ON m.matter_no = f.matter_no
LEFT JOIN main.force o ON o.force_no = f.force_no
LEFT JOIN main.tool t ON t.tool_no = f.tool_no
LEFT JOIN main.request q ON q.request_no = f.request_no;
CREATE INDEX temp.new_member_fact ON new_member (fact);
CREATE INDEX temp.new_member_of ON new_member (matter_no, finding_id);

-- The nearest first: those of one name, else the older of then, and the older of now.
CREATE TEMP TABLE matter_link AS
SELECT k.old_no, k.new_no,
       row_number() OVER (ORDER BY o.matter_id <> n.matter_id, o.first_day IS NULL, o.first_day, o.matter_id,
                                   n.first_day IS NULL, n.first_day, n.matter_id) AS place
FROM (SELECT DISTINCT o.matter_no AS old_no, n.matter_no AS new_no
      FROM old_member o
      CROSS JOIN new_member n ON n.fact = o.fact) k
JOIN old.matter o ON o.matter_no = k.old_no
JOIN main.matter n ON n.matter_no = k.new_no;
CREATE INDEX temp.matter_link_old ON matter_link (old_no, place);
CREATE INDEX temp.matter_link_new ON matter_link (new_no, place);

-- Each goes on in one at most, and in each goes on one at most: the link that is the nearest of both.
CREATE TEMP TABLE matter_heir AS
SELECT k.old_no, k.new_no
FROM matter_link k
WHERE k.place = (SELECT min(place) FROM matter_link x WHERE x.old_no = k.old_no)
  AND k.place = (SELECT min(place) FROM matter_link x WHERE x.new_no = k.new_no);
CREATE UNIQUE INDEX temp.matter_heir_old ON matter_heir (old_no);
CREATE UNIQUE INDEX temp.matter_heir_new ON matter_heir (new_no);

-- It persists where it is one matter then and now, of the same findings, none of them altered.
INSERT INTO matter_change (matter_no, change, was_matter_id)
SELECT n.matter_no,
       CASE WHEN NOT EXISTS (SELECT 1 FROM matter_link k WHERE k.new_no = n.matter_no) THEN 'new'
            WHEN h.old_no IS NULL
              OR (SELECT count(*) FROM matter_link k WHERE k.new_no = n.matter_no) > 1
              OR (SELECT count(*) FROM matter_link k WHERE k.old_no = h.old_no) > 1
              OR EXISTS (SELECT 1
                         FROM new_member i
                         JOIN finding_change c ON c.finding_id = i.finding_id
                         WHERE i.matter_no = n.matter_no AND c.change <> 'persisting')
              OR EXISTS (SELECT 1
                         FROM old_member g
                         WHERE g.matter_no = h.old_no
                           AND NOT EXISTS (SELECT 1 FROM new_member i
                                           WHERE i.matter_no = n.matter_no AND i.finding_id = g.finding_id)) THEN 'altered'
            ELSE 'persisting' END,
       o.matter_id
FROM main.matter n
LEFT JOIN matter_heir h ON h.new_no = n.matter_no
LEFT JOIN old.matter o ON o.matter_no = h.old_no;

INSERT OR IGNORE INTO former_matter (matter_id, place, outcome, matter_no, severity, certainty, force_id, finding_ids, findings,
                                     message)
SELECT o.matter_id, o.matter_no, CASE WHEN h.new_no THEN 'goes on' WHEN k.new_no THEN 'joined' ELSE 'resolved' END,
       coalesce(h.new_no, k.new_no), f.severity, f.certainty, p.force_id,
       (SELECT group_concat(finding_id, ';') FROM (
            SELECT g.finding_id
            FROM old_member g JOIN old.matter m ON m.matter_no = g.matter_no
            WHERE g.matter_no = o.matter_no ORDER BY g.finding_no <> m.leading_no, g.finding_id)),
       (SELECT count(*) FROM old_member g WHERE g.matter_no = o.matter_no), f.message
FROM old.matter o
JOIN old.finding f ON f.finding_no = o.leading_no AND f.matter_no = o.matter_no
LEFT JOIN old.force p ON p.force_no = f.force_no
LEFT JOIN matter_heir h ON h.old_no = o.matter_no
LEFT JOIN matter_link k ON k.old_no = o.matter_no
                       AND k.place = (SELECT min(place) FROM matter_link x WHERE x.old_no = o.matter_no);

DROP TABLE temp.old_member;
DROP TABLE temp.new_member;
DROP TABLE temp.matter_link;
DROP TABLE temp.matter_heir;
