-- All near causes, or else the nearest of the far ones; at most three rows are named.
CREATE TEMP TABLE explained AS
WITH near AS (
    SELECT DISTINCT c.side, c.finding_id, c.rank, c.reason, c.because
    FROM cause c
    WHERE c.rank < 10
       OR c.rank = (SELECT min(rank) FROM cause m WHERE m.side = c.side AND m.finding_id = c.finding_id)
), reason AS (
    SELECT side, finding_id, group_concat(reason, '; ') AS reasons
    FROM (SELECT DISTINCT side, finding_id, rank, reason FROM near ORDER BY side, finding_id, rank, reason)
    GROUP BY side, finding_id
), place AS (
    SELECT *, row_number() OVER w AS place, count(*) OVER (PARTITION BY side, finding_id) AS n
    FROM near
    WHERE because IS NOT NULL
    WINDOW w AS (PARTITION BY side, finding_id ORDER BY rank, reason, because)
), because AS (
    SELECT side, finding_id,
           group_concat(because, '; ') || CASE WHEN max(n) > 3 THEN ' and ' || (max(n) - 3) || ' more' ELSE '' END AS because
    FROM (SELECT * FROM place WHERE place <= 3 ORDER BY side, finding_id, place)
    GROUP BY side, finding_id
)
SELECT r.side, r.finding_id, r.reasons, b.because
FROM reason r
LEFT JOIN because b ON b.side = r.side AND b.finding_id = r.finding_id;
CREATE UNIQUE INDEX temp.explained_of ON explained (side, finding_id);

-- At most twelve forces or rows a list.
CREATE TEMP TABLE moved AS
WITH one AS (
    SELECT finding_id, move, force_id AS what FROM party_move
    UNION ALL
    SELECT finding_id, move, file_kind || ' ' || row_id FROM evidence_move
), placed AS (
    SELECT *, row_number() OVER w AS place, count(*) OVER (PARTITION BY finding_id, move) AS n
    FROM one
    WINDOW w AS (PARTITION BY finding_id, move ORDER BY what)
)
SELECT finding_id, move,
       group_concat(what, '; ') || CASE WHEN max(n) > 12 THEN ' and ' || (max(n) - 12) || ' more' ELSE '' END AS list
FROM (SELECT * FROM placed WHERE place <= 12 ORDER BY finding_id, move, place)
GROUP BY finding_id, move;
CREATE UNIQUE INDEX temp.moved_of ON moved (finding_id, move);

INSERT OR IGNORE INTO finding_change (finding_id, change, was_severity, was_certainty, parties_joined, parties_left,
                                      evidence_gained, evidence_lost, is_reworded, reasons, because)
SELECT f.finding_id, coalesce(e.side, 'persisting'),
       CASE WHEN e.side = 'altered' AND o.severity <> f.severity THEN o.severity END,
       CASE WHEN e.side = 'altered' AND o.certainty <> f.certainty THEN o.certainty END,
       (SELECT list FROM moved m WHERE m.finding_id = f.finding_id AND m.move = 'joined'),
       (SELECT list FROM moved m WHERE m.finding_id = f.finding_id AND m.move = 'left'),
       (SELECT list FROM moved m WHERE m.finding_id = f.finding_id AND m.move = 'gained'),
       (SELECT list FROM moved m WHERE m.finding_id = f.finding_id AND m.move = 'lost'),
       coalesce(o.message <> f.message, 0),
       e.reasons, e.because
FROM main.finding f
LEFT JOIN explained e ON e.finding_id = f.finding_id
LEFT JOIN old.finding o ON o.finding_id = f.finding_id;

INSERT INTO party_change (finding_id, move, force_id) SELECT finding_id, move, force_id FROM temp.party_move;

INSERT OR IGNORE INTO resolved_finding (finding_id, rule_id, severity, certainty, force_id, tool_id, request_id,
                                        question_id, date, message, reasons, because)
SELECT f.finding_id, f.rule_id, f.severity, f.certainty, k.force_id, k.tool_id, k.request_id, qu.question_id, f.date,
       f.message, e.reasons, e.because
FROM subject_key k
JOIN old.finding f ON f.finding_no = k.finding_no
JOIN explained e ON e.side = 'resolved' AND e.finding_id = k.finding_id
LEFT JOIN old.question qu ON qu.question_no = f.question_no
WHERE k.side = 'resolved';

DROP TABLE temp.old_row;
DROP TABLE temp.new_row;
DROP TABLE temp.edited;
DROP TABLE temp.party_move;
DROP TABLE temp.evidence_move;
DROP TABLE temp.altered_finding;
DROP TABLE temp.subject;
DROP TABLE temp.subject_key;
DROP TABLE temp.subject_row;
DROP TABLE temp.judged;
DROP TABLE temp.subject_answer;
DROP TABLE temp.rule_reads;
DROP TABLE temp.telling;
DROP TABLE temp.record_of;
DROP TABLE temp.changed;
DROP TABLE temp.cause;
DROP TABLE temp.unexplained;
DROP TABLE temp.explained;
DROP TABLE temp.moved;
