-- What the parts of one dossier share; made anew for each. Needs 1-page.sql, 2-states.sql, 4-forces.sql, 6-dossier.sql.
DELETE FROM temp.dossier_tool;
DELETE FROM temp.dossier_age;
DELETE FROM temp.dossier_letter;
DELETE FROM temp.dossier_record;
DELETE FROM temp.dossier_finding;
DELETE FROM temp.dossier_matter;
DELETE FROM temp.dossier_counter;
DELETE FROM temp.dossier_date;
DELETE FROM temp.dossier_room;
DELETE FROM temp.dossier_answer;
DELETE FROM temp.dossier_advice;
DELETE FROM temp.dossier_expected;

-- The tools it is about, that with most letters of the force first. A tool brings its parts of which
-- something is known of the force. Of a force of which nothing is known: the most answered tools.
INSERT INTO temp.dossier_tool (tool_no, tool_id, tool, place)
WITH known AS (
    SELECT l.tool_no FROM letter l JOIN dossier_subject s ON s.force_no = l.force_no
    UNION SELECT a.tool_no FROM acknowledgement_for a JOIN dossier_subject s ON s.force_no = a.force_no
    UNION SELECT p.tool_no FROM public_position p JOIN dossier_subject s ON s.force_no = p.force_no
    UNION SELECT f.tool_no FROM finding f JOIN dossier_subject s ON s.force_no = f.force_no WHERE f.tool_no IS NOT NULL
), wanted AS (
    SELECT x.tool_no
    FROM dossier_subject s
    JOIN tool_ancestor x ON x.ancestor_no = s.tool_no
    WHERE x.distance = 0 OR x.tool_no IN (SELECT tool_no FROM known)
    UNION
    SELECT l.tool_no
    FROM dossier_subject s
    JOIN letter l ON l.request_no = s.request_no
    WHERE s.tool_no IS NULL
    UNION
    SELECT q.tool_no
    FROM dossier_subject s
    JOIN request q ON q.request_no = s.request_no
    WHERE s.tool_no IS NULL AND q.tool_no IS NOT NULL
    UNION
    SELECT k.tool_no
    FROM dossier_subject s
    JOIN known k
    WHERE s.tool_no IS NULL AND s.request_no IS NULL
    UNION
    SELECT p.tool_no
    FROM dossier_subject s
    JOIN page_tool p
    WHERE s.tool_no IS NULL AND s.request_no IS NULL AND NOT EXISTS (SELECT 1 FROM known)
      AND p.place <= (SELECT tools_on_sheet FROM dossier_size)
)
SELECT t.tool_no, t.tool_id, t.name AS tool,
       row_number() OVER (ORDER BY t.tool_no IS (SELECT tool_no FROM dossier_subject) DESC,
                                   (SELECT count(*) FROM letter l JOIN dossier_subject s ON s.force_no = l.force_no
                                    WHERE l.tool_no = t.tool_no) DESC,
                                   p.place IS NULL, p.place, t.tool_id) AS place
FROM wanted w
JOIN tool t ON t.tool_no = w.tool_no
LEFT JOIN page_tool p ON p.tool_no = t.tool_no;

-- How old what was said on a day is, on the day of the audit.
INSERT INTO temp.dossier_age (day, age)
SELECT day, CASE WHEN months < 0 THEN 'still to come' WHEN months < 1 THEN 'under a month old'
                 WHEN months < 24 THEN months || plural(months, ' month old', ' months old')
                 ELSE (months / 12) || ' years old' END AS age
FROM (SELECT d.day, iif(d.day > a.as_of_day, -1, CAST((a.as_of_day - d.day) / 30.44 AS INTEGER)) AS months
      FROM (SELECT responded_latest AS day FROM letter WHERE responded_latest IS NOT NULL
            UNION SELECT published_latest FROM acknowledgement WHERE published_latest IS NOT NULL) d
      CROSS JOIN audit a
      WHERE a.as_of_day IS NOT NULL);

-- The force's letters about these tools, in order of time, those without a day first.
INSERT INTO temp.dossier_letter (letter_no, response_no, tool_no, request_no, is_on_request, n, later)
SELECT l.letter_no, l.response_no, l.tool_no, l.request_no,
       iif(l.request_no = s.request_no, 1, NULL) AS is_on_request,
       row_number() OVER w AS n, count(*) OVER () - row_number() OVER w AS later
FROM dossier_subject s
JOIN letter l ON l.force_no = s.force_no
JOIN dossier_tool t ON t.tool_no = l.tool_no
WINDOW w AS (ORDER BY l.responded_latest IS NOT NULL, l.responded_latest, t.tool_id, l.letter_no);

-- What is published about them, once however many tools and memberships it speaks through, with how
-- it stands on the day of the audit.
INSERT INTO temp.dossier_record (acknowledgement_no, level, state)
SELECT k.acknowledgement_no, min(CASE k.level WHEN 'own' THEN 1 WHEN 'collaboration' THEN 2 ELSE 3 END) AS level,
       max(CASE WHEN k.certain_from <= u.as_of_day AND k.certain_to >= u.as_of_day THEN 3
                WHEN k.possible_from <= u.as_of_day AND k.possible_to >= u.as_of_day THEN 2
                WHEN k.possible_from > u.as_of_day THEN 1 ELSE 0 END) AS state
FROM dossier_subject s
JOIN acknowledgement_for k ON k.force_no = s.force_no
JOIN dossier_tool t ON t.tool_no = k.tool_no
CROSS JOIN audit u
GROUP BY k.acknowledgement_no;

-- Findings about the force, or about several forces and it among them, on these tools; of one request
-- those that name it or rest on the force's answer to it.
INSERT INTO temp.dossier_finding (finding_no, matter_no, status, is_own)
SELECT f.finding_no, f.matter_no, f.status, f.force_no IS NOT NULL AS is_own
FROM dossier_subject s
CROSS JOIN finding f
WHERE (f.tool_no IS NULL OR f.tool_no IN (SELECT tool_no FROM dossier_tool))
  AND (f.force_no = s.force_no
       OR (f.force_no IS NULL
           AND (EXISTS (SELECT 1 FROM finding_party p WHERE p.finding_no = f.finding_no AND p.force_no = s.force_no)
                OR EXISTS (SELECT 1 FROM finding_evidence e JOIN response r ON r.response_no = e.response_no
                           WHERE e.finding_no = f.finding_no AND r.force_no = s.force_no))))
  AND (s.request_no IS NULL OR f.request_no IS NULL OR f.request_no = s.request_no
       OR EXISTS (SELECT 1 FROM finding_evidence e JOIN response r ON r.response_no = e.response_no
                  WHERE e.finding_no = f.finding_no AND r.force_no = s.force_no AND r.request_no = s.request_no));

-- The gravest first, and of these the force's own.
INSERT INTO temp.dossier_matter (matter_no, matter_id, is_own, leading_no, severity, findings, place, matters)
SELECT m.matter_no, m.matter_id, c.is_own, l.finding_no AS leading_no, l.severity, c.findings,
       row_number() OVER (ORDER BY v.rank DESC, c.is_own DESC, m.matter_no) AS place, count(*) OVER () AS matters
FROM (SELECT matter_no, max(is_own) AS is_own, count(*) AS findings FROM dossier_finding WHERE matter_no IS NOT NULL GROUP BY matter_no) c
JOIN matter m ON m.matter_no = c.matter_no
JOIN finding l ON l.finding_no = m.leading_no
JOIN severity v ON v.severity = l.severity;

-- What can be said against a finding, by what the data hold: the strongest first (`strength`).
INSERT INTO temp.dossier_counter (finding_no, strength, words)
WITH said AS (                          -- the force's own rows that it rests on
    SELECT DISTINCT d.finding_no, f.rule_id, w.response_id, r.response_no, r.stage_no, p.conforms, p.superseded, p.position, w.coded_by,
           coalesce(x.date_responded, not_dated(r.received_earliest, r.received_latest, r.retrieved_earliest, r.retrieved_latest)) AS date,
           r.responded_earliest IS NOT r.responded_latest OR r.responded_earliest IS NULL AS is_inexact, r.tool_no, g.guidance_id
    FROM dossier_finding d
    JOIN finding f ON f.finding_no = d.finding_no
    JOIN finding_evidence e ON e.finding_no = d.finding_no
    JOIN response r ON r.response_no = e.response_no
    JOIN dossier_subject s ON s.force_no = r.force_no
    JOIN dated_response x ON x.response_no = r.response_no
    JOIN response_wording w ON w.response_no = r.response_no
    JOIN response_meaning m ON m.response_no = r.response_no
    JOIN profile p ON p.profile_no = m.profile_no
    LEFT JOIN guidance g ON g.guidance_no = p.guidance_no
    WHERE f.status = 'open'
)
SELECT a.finding_no, 10 AS strength, 'Its answer ' || group_concat(a.response_id, ', ') || ' follows the advice that was in force when it was written'
       || coalesce(' (' || min(a.guidance_id) || ')', '') || iif(d.is_own, '.', ': the difference is between forces, not a fault of this answer.') AS words
FROM (SELECT DISTINCT finding_no, response_id, guidance_id FROM said WHERE conforms = 'yes' ORDER BY response_id) a
JOIN dossier_finding d ON d.finding_no = a.finding_no
JOIN finding f ON f.finding_no = a.finding_no
JOIN rule r ON r.rule_id = f.rule_id
WHERE r.basis IN ('advice', 'consistency')
GROUP BY a.finding_no
UNION ALL
SELECT a.finding_no, 20, 'A ruling about this tool did not fault an NCND: ' || group_concat(k.ruling_id, ', ') || '. It decided its own case.'
FROM (SELECT DISTINCT finding_no, tool_no FROM said WHERE position = 'ncnd') a
JOIN ruling_for o ON o.tool_no = a.tool_no
JOIN ruling k ON k.ruling_no = o.ruling_no AND k.about = 'ncnd' AND k.outcome = 'not_upheld'
JOIN audit u ON o.possible_from <= u.as_of_day AND o.possible_to >= u.as_of_day
GROUP BY a.finding_no
UNION ALL
SELECT f.finding_no, 30, 'The dates allow another reading, on which it does not hold'
       || coalesce(': not known to the day are ' || (SELECT group_concat(response_id || ' (' || date || ')', ', ')
                                                     FROM (SELECT DISTINCT response_id, date FROM said a
                                                           WHERE a.finding_no = f.finding_no AND a.is_inexact ORDER BY response_id LIMIT 4)), '') || '.'
FROM dossier_finding d
JOIN finding f ON f.finding_no = d.finding_no
WHERE f.certainty = 'possible' AND f.status = 'open'
UNION ALL
SELECT f.finding_no, 5, 'Whoever coded it doubts the row itself: ' || substr(f.message, instr(f.message, ' Caveat: ') + 9)
FROM dossier_finding d
JOIN finding f ON f.finding_no = d.finding_no
WHERE f.status = 'open' AND instr(f.message, ' Caveat: ') > 0
UNION ALL
SELECT d.finding_no, 65, 'A note stands on ' || group_concat(n.id || ': ' || shorten(shown_words(n.note), 300), '; ')
FROM dossier_finding d
JOIN finding f ON f.finding_no = d.finding_no
JOIN (SELECT finding_no, id, note FROM v_notes ORDER BY finding_no, kind DESC, id) n ON n.finding_no = d.finding_no
WHERE d.status = 'open' AND instr(f.message, ' Caveat: ') = 0
GROUP BY d.finding_no
UNION ALL
SELECT d.finding_no, 50, 'What was published is not the force''s own word: ' || group_concat(a.acknowledgement_id || ' (' || replace(a.publisher, '_', ' ') || ')', ', ') || '.'
FROM dossier_finding d
JOIN (SELECT DISTINCT e.finding_no, k.acknowledgement_id, k.publisher
      FROM finding_evidence e JOIN acknowledgement k ON k.acknowledgement_no = e.acknowledgement_no
      WHERE k.publisher <> 'force' ORDER BY k.acknowledgement_id) a ON a.finding_no = d.finding_no
WHERE d.status = 'open'
GROUP BY d.finding_no
UNION ALL
SELECT finding_no, 60, 'Read by machine, and looked at by nobody: ' || group_concat(response_id, ', ') || '.'
FROM (SELECT DISTINCT finding_no, response_id FROM said WHERE coded_by = 'machine' ORDER BY response_id)
GROUP BY finding_no
UNION ALL
SELECT a.finding_no, 70, 'The program reads the letter otherwise than the person who decided: ' || group_concat(DISTINCT replace(x.field, '_', ' ') || ' '
       || coalesce(replace(x.read, '_', ' '), 'none')) || '.'
FROM said a
JOIN disagreement x ON x.response_no = a.response_no
GROUP BY a.finding_no
UNION ALL
SELECT finding_no, 80, 'A later letter of the force answers the same, in place of ' || group_concat(response_id, ', ') || '.'
FROM (SELECT DISTINCT finding_no, response_id FROM said WHERE superseded = 1 ORDER BY response_id)
GROUP BY finding_no
UNION ALL
SELECT a.finding_no, 90, 'Not known to the day: ' || group_concat(a.response_id || ' (' || a.date || ')', ', ') || '; on every day that is possible it holds all the same.'
FROM (SELECT DISTINCT finding_no, response_id, date FROM said WHERE is_inexact ORDER BY response_id) a
JOIN finding f ON f.finding_no = a.finding_no AND f.certainty = 'certain'
GROUP BY a.finding_no
UNION ALL
SELECT d.finding_no, 100, CASE r.basis WHEN 'advice' THEN 'Advice binds nobody: each force decides for itself.'
                                       WHEN 'consistency' THEN 'No rule obliges two answers to say the same: the facts may differ.'
                                       WHEN 'regulator' THEN 'The regulator''s guidance and rulings are followed case by case.'
                                       ELSE 'It is about the record, not about what the answer says.' END
FROM dossier_finding d
JOIN finding f ON f.finding_no = d.finding_no
JOIN rule r ON r.rule_id = f.rule_id
WHERE f.status = 'open' AND r.basis <> 'statute';

-- Days to keep in view: what is overdue, what ends, what falls due.
INSERT INTO temp.dossier_date (date, day, state, words)
SELECT date(w.due_latest * 86400, 'unixepoch') AS date, w.due_latest AS day,
       CASE w.overdue WHEN 'certain' THEN 'overdue' WHEN 'possible' THEN 'perhaps overdue' ELSE 'to come' END AS state,
       'Answer to ' || q.request_id || ' due, ' || w.due_working_days || ' working days after receipt' AS words
FROM dossier_subject s
JOIN circulation c ON c.force_no = s.force_no
JOIN awaited w ON w.circulation_no = c.circulation_no
JOIN request q ON q.request_no = c.request_no
WHERE s.request_no IS NULL OR s.request_no = c.request_no
UNION ALL
SELECT date(l.due_latest * 86400, 'unixepoch'), l.due_latest, CASE l.late WHEN 'certain' THEN 'answered late' ELSE 'perhaps answered late' END,
       'Answer to ' || q.request_id || ' was due, and is dated ' || coalesce(l.date_responded, 'no day')
FROM dossier_letter d
JOIN letter l ON l.letter_no = d.letter_no
JOIN request q ON q.request_no = l.request_no
WHERE l.late IS NOT NULL AND l.due_latest IS NOT NULL
UNION ALL
SELECT DISTINCT date(w.expires_latest * 86400, 'unixepoch'), w.expires_latest, iif(w.expires_latest < u.as_of_day, 'expired', 'to review by then'),
       'Waiver of ' || m.finding_id || ' ends: ' || shorten(w.reason, 80)
FROM dossier_finding d
JOIN v_waiver_matches m ON m.finding_no = d.finding_no
JOIN waiver w ON w.waiver_no = m.waiver_no
CROSS JOIN audit u
UNION ALL
SELECT date(g.effective_to_latest * 86400, 'unixepoch'), g.effective_to_latest, 'to come', 'Advice ' || g.guidance_id || ' ends'
FROM guidance g
JOIN audit u ON u.as_of_day <= g.effective_to_latest
WHERE g.tool_no IS NULL OR g.tool_no IN (SELECT ancestor_no FROM tool_ancestor x JOIN dossier_tool t ON t.tool_no = x.tool_no);

-- What the others said stands on the first sheet where that has room (a letter or a publication takes two
-- lines), and leaves room for matters on the second.
INSERT INTO temp.dossier_room (others_first, matters_on_sheet)
SELECT others_first, iif(others_first, 4, 3) AS matters_on_sheet
FROM (SELECT 2 * min(l.n, letters_on_sheet) + 2 * min(r.n, records_on_sheet) <= iif(s.request_no IS NULL, 16, 12) AS others_first
      FROM dossier_subject s
      CROSS JOIN dossier_size
      CROSS JOIN (SELECT count(*) AS n FROM dossier_letter) l
      CROSS JOIN (SELECT count(*) AS n FROM dossier_record) r);
