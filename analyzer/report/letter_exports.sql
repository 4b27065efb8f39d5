-- The tables about letters, what is due, who moved and who said both. Used by exports.c, which lists
-- them, and by workbook/xlsxout.c.

-- name: export_letters
-- Each accepted response: one question of one letter, or the letter as a whole, with what it cites and
-- how it stands before record and advice. Days taken are working days by the calendar of the force's
-- Act, from the day after the receipt to that of the answer; weekdays are counted from Monday 29
-- December 1969, and bank holidays taken away.
WITH dated AS MATERIALIZED (
    SELECT DISTINCT r.received_earliest AS a, r.received_latest AS b, r.responded_earliest AS c, r.responded_latest AS d,
           f.regime = 'FOISA' AS is_scottish
    FROM response r
    JOIN force f ON f.force_no = r.force_no
    WHERE r.received_earliest IS NOT NULL AND r.responded_earliest IS NOT NULL AND r.bounds IS NOT 'given'
), ends AS (              -- the least and the most that they may be
    SELECT a, b, c, d, is_scottish, b AS from_least, c AS to_least, a AS from_most, d AS to_most FROM dated
), covered AS (           -- the holidays of the years are known
    SELECT e.*
    FROM ends e
    WHERE NOT EXISTS (SELECT 1 FROM bank_holiday)
       OR NOT EXISTS (
            SELECT 1
            FROM (SELECT e.a AS day UNION ALL SELECT e.d) y
            WHERE NOT EXISTS (
                SELECT 1
                FROM bank_holiday h
                WHERE h.day BETWEEN strftime('%s', y.day * 86400, 'unixepoch', 'start of year') / 86400
                                AND strftime('%s', y.day * 86400, 'unixepoch', 'start of year', '+1 year') / 86400 - 1
                  AND (NOT e.is_scottish OR h.division = 'scotland')))
), counted AS MATERIALIZED (
    SELECT a, b, c, d, is_scottish,
           max(0, (to_least + 3) / 7 * 5 + min((to_least + 3) % 7 + 1, 5) - (from_least + 3) / 7 * 5 - min((from_least + 3) % 7 + 1, 5)
                  - (SELECT count(DISTINCT h.day) FROM bank_holiday h
                     WHERE h.day > from_least AND h.day <= to_least AND (h.day + 3) % 7 < 5 AND (NOT is_scottish OR h.division = 'scotland')))
               AS least,
           max(0, (to_most + 3) / 7 * 5 + min((to_most + 3) % 7 + 1, 5) - (from_most + 3) / 7 * 5 - min((from_most + 3) % 7 + 1, 5)
                  - (SELECT count(DISTINCT h.day) FROM bank_holiday h
                     WHERE h.day > from_most AND h.day <= to_most AND (h.day + 3) % 7 < 5 AND (NOT is_scottish OR h.division = 'scotland')))
               AS most
    FROM covered
    WHERE to_most >= from_most
)
SELECT f.force_id, t.tool_id, q.request_id, sg.stage, r.date_received, r.date_responded,
       CASE WHEN n.least = n.most THEN n.least ELSE n.least || ' to ' || n.most END AS days_taken,
       iif(l.due_earliest = l.due_latest, date(l.due_earliest * 86400, 'unixepoch'),
           date(l.due_earliest * 86400, 'unixepoch') || ' to ' || date(l.due_latest * 86400, 'unixepoch')) AS due,
       nullif(l.due_working_days, 0) AS due_working_days,
       coalesce(CASE l.late WHEN 'certain' THEN 'yes' WHEN 'possible' THEN 'possible' END, iif(l.due_working_days > 0, 'no', NULL)) AS late,
       qu.question_id, coalesce(p.topic, tg.topic) AS topic, w.response_id, w.reference, a.applicant_kind, s.stance,
       coalesce(p.position, s.position) AS position, l.position_on_use,
       CASE r.partial_ncnd WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS partial_ncnd,
       h.held_statement, us.held_statement AS use_statement, e.citations AS exemptions,
       CASE r.harm_test WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS harm_test,
       CASE r.public_interest_test WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS public_interest_test,
       w.link, CASE WHEN p.profile_no IS NULL THEN 'after the audit' WHEN p.superseded THEN 'superseded' ELSE 'current' END AS stands,
       p.acknowledged, g.guidance_id, g.expected_stance, p.conforms,
       (SELECT group_concat(finding_id, ';') FROM (
            SELECT DISTINCT fi.finding_id
            FROM finding_evidence v JOIN finding fi ON fi.finding_no = v.finding_no
            WHERE v.response_no = r.response_no ORDER BY fi.finding_id)) AS finding_ids,
       (SELECT group_concat(matter_id, ';') FROM (
            SELECT DISTINCT k.matter_id
            FROM finding_evidence v JOIN finding fi ON fi.finding_no = v.finding_no JOIN matter k ON k.matter_no = fi.matter_no
            WHERE v.response_no = r.response_no ORDER BY k.matter_id)) AS matter_ids,
       w.note, w.coded_by, w.source_url, r.retrieved_on, (SELECT i.name FROM input_file i WHERE i.kind = 'responses') AS file, r.line
FROM dated_response r
JOIN response_wording w ON w.response_no = r.response_no
JOIN force f ON f.force_no = r.force_no
JOIN request q ON q.request_no = r.request_no
JOIN tool t ON t.tool_no = r.tool_no
JOIN stance s ON s.stance_no = r.stance_no
JOIN stage sg ON sg.stage_no = r.stage_no
LEFT JOIN counted n ON n.a = r.received_earliest AND n.b = r.received_latest AND n.c = r.responded_earliest AND n.d = r.responded_latest
                   AND n.is_scottish = (f.regime = 'FOISA') AND r.bounds IS NOT 'given'
LEFT JOIN topic tg ON tg.topic_no = r.topic_no
LEFT JOIN question qu ON qu.question_no = r.question_no
LEFT JOIN held_statement h ON h.held_no = r.held_no
LEFT JOIN held_statement us ON us.held_no = r.use_no
LEFT JOIN exemption_set e ON e.set_no = r.set_no
LEFT JOIN applicant_kind a ON a.applicant_no = r.applicant_no
LEFT JOIN response_meaning m ON m.response_no = r.response_no
LEFT JOIN letter l ON l.letter_no = m.letter_no
LEFT JOIN profile p ON p.profile_no = m.profile_no
LEFT JOIN guidance g ON g.guidance_no = p.guidance_no
ORDER BY f.force_id, t.tool_id, q.request_id, r.stage_no, r.responded_earliest, r.responded_latest, qu.question_id, w.response_id;

-- name: export_deadlines
-- What is due, the longest passed first: answers (also to a review) to requests that are known to have
-- come, and what an order asks for. An order is met by a letter of that force about the tool, on its
-- request where it names one, that may be later and does what it says.
WITH due AS (
    SELECT iif(sg.stage = 'initial', 'answer', 'review') AS kind, d.force_no, q.request_id, t.tool_id, sg.stage,
           iif(d.received_earliest = d.received_latest, date(d.received_earliest * 86400, 'unixepoch'),
               date(d.received_earliest * 86400, 'unixepoch') || ' to ' || date(d.received_latest * 86400, 'unixepoch')) AS since,
           iif(d.twentieth_earliest = d.twentieth_latest, date(d.twentieth_earliest * 86400, 'unixepoch'),
               date(d.twentieth_earliest * 86400, 'unixepoch') || ' to ' || date(d.twentieth_latest * 86400, 'unixepoch')) AS twentieth_day,
           iif(d.fortieth_earliest = d.fortieth_latest, date(d.fortieth_earliest * 86400, 'unixepoch'),
               date(d.fortieth_earliest * 86400, 'unixepoch') || ' to ' || date(d.fortieth_latest * 86400, 'unixepoch')) AS fortieth_day,
           d.due_earliest, d.due_latest, d.due_working_days, d.passed, NULL AS ordered, d.response_no, NULL AS ruling_no, d.circulation_no
    FROM deadline d
    JOIN request q ON q.request_no = d.request_no
    JOIN stage sg ON sg.stage_no = d.stage_no
    LEFT JOIN tool t ON t.tool_no = d.tool_no
    UNION ALL
    SELECT 'order', k.force_no, k.request_id, k.tool_id, NULL, k.date, NULL, NULL, r.comply_by_earliest, r.comply_by_latest, NULL,
           CASE WHEN a.as_of_day > r.comply_by_latest THEN 'certain' WHEN a.as_of_day > r.comply_by_earliest THEN 'possible' END,
           k.ordered, NULL, k.ruling_no, NULL
    FROM v_rulings k
    JOIN ruling r ON r.ruling_no = k.ruling_no
    CROSS JOIN audit a
    WHERE k.ordered IN ('confirm_or_deny', 'disclose', 'respond')
      AND EXISTS (SELECT 1 FROM ruling_for o WHERE o.ruling_no = k.ruling_no AND o.certain_to > a.as_of_day)
      AND NOT EXISTS (
            SELECT 1
            FROM ruling_for o
            CROSS JOIN letter l ON l.force_no = k.force_no AND l.tool_no = o.tool_no
            CROSS JOIN response_meaning m ON m.letter_no = l.letter_no
            CROSS JOIN profile p ON p.profile_no = m.profile_no
            WHERE o.ruling_no = k.ruling_no AND (k.request_no IS NULL OR l.request_no = k.request_no)
              AND (l.responded_latest > k.date_earliest OR l.responded_latest IS NULL)
              AND CASE k.ordered WHEN 'confirm_or_deny' THEN p.position IN ('confirm', 'deny')
                                 WHEN 'disclose' THEN p.stance IN ('disclosed', 'held_s21')
                                 ELSE p.stance NOT IN ('no_response', 'extended') END)
), told AS (             -- the findings about what was circulated, and about an order
    SELECT circulation_no, NULL AS ruling_no, NULL AS force_no, group_concat(finding_id, ';') AS finding_ids
    FROM (SELECT DISTINCT e.circulation_no, fi.finding_id
          FROM finding_evidence e JOIN finding fi ON fi.finding_no = e.finding_no
          WHERE e.circulation_no IS NOT NULL ORDER BY e.circulation_no, fi.finding_id)
    GROUP BY circulation_no
    UNION ALL
    SELECT NULL, ruling_no, force_no, group_concat(finding_id, ';')
    FROM (SELECT DISTINCT e.ruling_no, fi.force_no, fi.finding_id
          FROM finding_evidence e JOIN finding fi ON fi.finding_no = e.finding_no
          WHERE e.ruling_no IS NOT NULL ORDER BY e.ruling_no, fi.force_no, fi.finding_id)
    GROUP BY ruling_no, force_no
)
SELECT CASE WHEN d.due_latest IS NULL THEN iif(d.kind = 'order', 'no date given', 'not known')
            WHEN d.passed = 'certain' THEN 'passed' WHEN d.passed = 'possible' THEN 'possibly passed' ELSE 'to come' END AS state,
       d.kind, f.force_id, d.tool_id, d.request_id, d.stage, d.since, d.twentieth_day, d.fortieth_day,
       iif(d.due_earliest = d.due_latest, date(d.due_earliest * 86400, 'unixepoch'),
           date(d.due_earliest * 86400, 'unixepoch') || ' to ' || date(d.due_latest * 86400, 'unixepoch')) AS due,
       d.due_working_days, d.due_latest - a.as_of_day AS days_left, d.ordered, w.response_id, k.ruling_id,
       coalesce(c.finding_ids, o.finding_ids) AS finding_ids,
       a.as_of, coalesce(w.source_url, k.source_url) AS source_url
FROM due d
CROSS JOIN audit a
JOIN force f ON f.force_no = d.force_no
LEFT JOIN response_wording w ON w.response_no = d.response_no
LEFT JOIN ruling k ON k.ruling_no = d.ruling_no
LEFT JOIN told c ON c.circulation_no = d.circulation_no
LEFT JOIN told o ON o.ruling_no = d.ruling_no AND o.force_no = d.force_no
ORDER BY d.due_latest IS NULL, d.due_latest, d.due_earliest, d.kind, f.force_id, d.request_id, d.stage, k.ruling_id;

-- name: export_moves
-- Forces whose position moved: what the world knows of them between the audit before and this one, and
-- from letter to letter within the pack.
WITH moved AS (
    SELECT 'between audits' AS moved, p.force_id, p.tool_id, p.from_position, p.to_position, 'certain' AS certainty, NULL AS explained,
           p.from_date, p.from_request_id, p.from_id, p.to_date, p.to_request_id, p.to_id, NULL AS earlier_no, o.response_no AS later_no,
           f.force_no, t.tool_no
    FROM position_move p
    JOIN force f ON f.force_id = p.force_id
    JOIN tool t ON t.tool_id = p.tool_id
    LEFT JOIN response_wording o ON o.response_id = p.to_id
    UNION ALL
    SELECT iif(c.kind = 'between', 'between requests', 'at review'), c.force_id, c.tool_id, c.from_position, c.to_position, c.certainty,
           CASE WHEN c.kind = 'review' THEN NULL WHEN c.unexplained IS NULL THEN 'yes' WHEN c.unexplained = 'possible' THEN 'possibly'
                ELSE 'no' END,
           c.earlier_date, c.earlier_request, e.response_id, c.later_date, c.later_request, l.response_id,
           c.earlier_response_no, c.later_response_no, c.force_no, c.tool_no
    FROM v_changes c
    JOIN response_wording e ON e.response_no = c.earlier_response_no
    JOIN response_wording l ON l.response_no = c.later_response_no
)
SELECT moved, force_id, tool_id, from_position, to_position, certainty, explained, from_date, from_request_id, from_id,
       to_date, to_request_id, to_id,
       (SELECT group_concat(finding_id, ';') FROM (
            SELECT DISTINCT fi.finding_id
            FROM finding_evidence v JOIN finding fi ON fi.finding_no = v.finding_no
            WHERE v.response_no = m.later_no AND fi.force_no = m.force_no AND fi.tool_no = m.tool_no
              AND (m.earlier_no IS NULL OR EXISTS (SELECT 1 FROM finding_evidence x
                                                   WHERE x.finding_no = fi.finding_no AND x.response_no = m.earlier_no))
            ORDER BY fi.finding_id)) AS finding_ids
FROM moved m
ORDER BY force_id, tool_id, moved, to_date IS NULL, to_date, to_request_id, to_id;

-- name: export_both
-- Forces that gave both a confirmation and an NCND on use, about one tool or within its family: the
-- tools under one root of the tree. A letter may hold both.
WITH root AS MATERIALIZED (
    SELECT tool_no, ancestor_no AS root_no
    FROM (SELECT tool_no, ancestor_no, row_number() OVER (PARTITION BY tool_no ORDER BY distance DESC) AS place FROM tool_ancestor)
    WHERE place = 1
), said AS MATERIALIZED (
    SELECT l.letter_no, l.force_no, l.tool_no, r.root_no, t.tool_id, w.response_id, l.responded_earliest, l.responded_latest,
           l.date_responded, l.position_on_use = 'confirm' AS confirms, l.position_on_use = 'ncnd' OR l.ncnd_on_use AS is_ncnd
    FROM letter l
    JOIN root r ON r.tool_no = l.tool_no
    JOIN tool t ON t.tool_no = l.tool_no
    JOIN response_wording w ON w.response_no = l.response_no
    WHERE l.position_on_use = 'confirm' OR l.position_on_use = 'ncnd' OR l.ncnd_on_use
), both_sides AS MATERIALIZED (
    SELECT force_no, root_no, sum(confirms) AS confirms, sum(is_ncnd) AS ncnds
    FROM said
    GROUP BY force_no, root_no
    HAVING max(confirms) AND max(is_ncnd)
), tools AS (
    SELECT force_no, root_no, group_concat(tool_id, ';') AS tool_ids, group_concat(iif(is_same, tool_id, NULL), ';') AS same_tool_ids
    FROM (SELECT force_no, root_no, tool_id, max(confirms) AND max(is_ncnd) AS is_same
          FROM said GROUP BY force_no, root_no, tool_id ORDER BY force_no, root_no, tool_id)
    GROUP BY force_no, root_no
), letters AS (            -- in order of time
    SELECT force_no, root_no, group_concat(iif(confirms, response_id, NULL), ';') AS confirm_response_ids,
           group_concat(iif(is_ncnd, response_id, NULL), ';') AS ncnd_response_ids
    FROM (SELECT * FROM said ORDER BY force_no, root_no, responded_earliest, responded_latest, response_id)
    GROUP BY force_no, root_no
), ends AS (               -- the first and the last of either side that have a day
    SELECT force_no, root_no,
           max(CASE WHEN confirms AND is_first THEN date_responded END) AS first_confirm,
           max(CASE WHEN is_ncnd AND is_first THEN date_responded END) AS first_ncnd,
           max(CASE WHEN confirms AND is_last THEN date_responded END) AS last_confirm,
           max(CASE WHEN is_ncnd AND is_last THEN date_responded END) AS last_ncnd
    FROM (SELECT force_no, root_no, date_responded, confirms, is_ncnd,
                 row_number() OVER (PARTITION BY force_no, root_no, side ORDER BY responded_earliest, responded_latest) = 1 AS is_first,
                 row_number() OVER (PARTITION BY force_no, root_no, side ORDER BY responded_latest DESC, responded_earliest DESC) = 1
                     AS is_last
          FROM (SELECT force_no, root_no, 1 AS side, 1 AS confirms, 0 AS is_ncnd, date_responded, responded_earliest, responded_latest
                FROM said WHERE confirms AND responded_earliest IS NOT NULL
                UNION ALL
                SELECT force_no, root_no, 2, 0, 1, date_responded, responded_earliest, responded_latest
                FROM said WHERE is_ncnd AND responded_earliest IS NOT NULL))
    GROUP BY force_no, root_no
), stand AS (
    SELECT force_no, root_no, group_concat(words, ';') AS public_positions
    FROM (SELECT p.force_no, r.root_no, t.tool_id || ': ' || p.position AS words
          FROM public_position p JOIN root r ON r.tool_no = p.tool_no JOIN tool t ON t.tool_no = p.tool_no
          ORDER BY p.force_no, r.root_no, t.tool_id)
    GROUP BY force_no, root_no
), found AS (              -- findings about the force that rest on letters of both sides
    SELECT force_no, root_no, group_concat(finding_id, ';') AS finding_ids
    FROM (SELECT s.force_no, s.root_no, fi.finding_id
          FROM both_sides b
          CROSS JOIN said s ON s.force_no = b.force_no AND s.root_no = b.root_no
          CROSS JOIN response_meaning m ON m.letter_no = s.letter_no
          CROSS JOIN finding_evidence e ON e.response_no = m.response_no
          CROSS JOIN finding fi ON fi.finding_no = e.finding_no AND fi.force_no = s.force_no
          GROUP BY s.force_no, s.root_no, e.finding_no
          HAVING max(s.confirms) AND max(s.is_ncnd)
          ORDER BY s.force_no, s.root_no, fi.finding_id)
    GROUP BY force_no, root_no
)
SELECT f.force_id, t.tool_id AS family, x.tool_ids, x.same_tool_ids, b.confirms, b.ncnds, l.confirm_response_ids, l.ncnd_response_ids,
       e.first_confirm, e.first_ncnd, e.last_confirm, e.last_ncnd, p.public_positions, g.finding_ids
FROM both_sides b
JOIN force f ON f.force_no = b.force_no
JOIN tool t ON t.tool_no = b.root_no
JOIN tools x ON x.force_no = b.force_no AND x.root_no = b.root_no
JOIN letters l ON l.force_no = b.force_no AND l.root_no = b.root_no
LEFT JOIN ends e ON e.force_no = b.force_no AND e.root_no = b.root_no
LEFT JOIN stand p ON p.force_no = b.force_no AND p.root_no = b.root_no
LEFT JOIN found g ON g.force_no = b.force_no AND g.root_no = b.root_no
ORDER BY f.force_id, t.tool_id;

-- name: export_citation_faults
-- Letter by letter what is wrong with what it cites: the findings of rules that say they are about it
WITH cited AS MATERIALIZED ( -- the rows of a letter that such a finding rests on
    SELECT DISTINCT e.finding_no, m.letter_no, w.response_id, s.citations
    FROM rule u
    CROSS JOIN finding i ON i.rule_id = u.rule_id
    CROSS JOIN finding_evidence e ON e.finding_no = i.finding_no
    CROSS JOIN response_meaning m ON m.response_no = e.response_no
    CROSS JOIN response x ON x.response_no = e.response_no AND x.force_no = i.force_no
    CROSS JOIN response_wording w ON w.response_no = e.response_no
    LEFT JOIN exemption_set s ON s.set_no = x.set_no
    WHERE u.about = 'citations'
), of_letter AS (
    SELECT finding_no, letter_no, group_concat(response_id, ';') AS response_ids
    FROM (SELECT * FROM cited ORDER BY finding_no, letter_no, response_id)
    GROUP BY finding_no, letter_no
)
SELECT f.force_id, t.tool_id, q.request_id, sg.stage, l.date_responded, qu.question_id, o.response_ids,
       (SELECT group_concat(citations, ' | ') FROM (
            SELECT DISTINCT c.citations FROM cited c
            WHERE c.finding_no = o.finding_no AND c.letter_no = o.letter_no ORDER BY c.citations)) AS exemptions,
       fi.rule_id, r.title AS fault, fi.severity, fi.certainty, fi.status, fi.finding_id, k.matter_id, fi.message,
       coalesce(fi.remedy, r.remedy) AS remedy
FROM of_letter o
JOIN finding fi ON fi.finding_no = o.finding_no
JOIN rule r ON r.rule_id = fi.rule_id
JOIN letter l ON l.letter_no = o.letter_no
JOIN stage sg ON sg.stage_no = l.stage_no
JOIN force f ON f.force_no = l.force_no
JOIN tool t ON t.tool_no = l.tool_no
JOIN request q ON q.request_no = l.request_no
LEFT JOIN question qu ON qu.question_no = fi.question_no
LEFT JOIN matter k ON k.matter_no = fi.matter_no
ORDER BY f.force_id, t.tool_id, q.request_id, l.stage_no, l.responded_earliest, l.letter_no, fi.rule_id, qu.question_id, fi.finding_id;
