-- What speaks against the findings of a dossier, its days, and how much of it two sheets hold. Needs 10-dossier-parts.sql, and the
-- letters read once more (analyzer/dossier/readings.c).

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
SELECT a.finding_no, 7 AS strength, 'The letter can be read otherwise: ' || group_concat(a.response_id || ' as ' || k.words
       || coalesce(', by "' || shorten(shown_words(o.words), 120) || '"', ''), '; ') || '.' AS words
FROM (SELECT DISTINCT finding_no, response_no, response_id FROM said ORDER BY response_id) a
JOIN (SELECT response_no, stance, min(words) AS words FROM dossier_reading GROUP BY response_no, stance) o ON o.response_no = a.response_no
JOIN dossier_stance k ON k.stance = o.stance
GROUP BY a.finding_no
UNION ALL
SELECT a.finding_no, 10, 'Its answer ' || group_concat(a.response_id, ', ') || ' follows the advice that was in force when it was written'
       || coalesce(' (' || min(a.guidance_id) || ')', '') || iif(d.is_own, '.', ': the difference is between forces, not a fault of this answer.')
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
SELECT d.finding_no, 110, 'A note stands on ' || group_concat(n.id || ': ' || shorten(shown_words(n.note), 300), '; ')
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
SELECT a.finding_no, 15, 'It had two readings, and ' || min(c.decided_by) || ' decided between them' || coalesce(': ' || shorten(shown_words(min(c.reason)), 150), '') || '.'
FROM said a
JOIN coding c ON c.proposed = 'B' AND (a.response_id = c.response_id OR a.response_id = c.response_id || ':' || c.question_id)
GROUP BY a.finding_no
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
SELECT a.finding_no, 105, 'Not known to the day: ' || group_concat(a.response_id || ' (' || a.date || ')', ', ') || '; on every day that is possible it holds all the same.'
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

-- What the others said stands on the first sheet where that has room (a letter or a publication takes two lines), and leaves
-- room for matters on the second. A line of paper holds 105 letters of a message, 120 of what stands below it.
INSERT INTO temp.dossier_room (others_first, matters_on_sheet)
WITH placed AS (
    SELECT 2 * min(l.n, letters_on_sheet) + 2 * min(r.n, records_on_sheet) <= iif(s.request_no IS NULL, 16, 12) AS others_first
    FROM dossier_subject s
    CROSS JOIN dossier_size
    CROSS JOIN (SELECT count(*) AS n FROM dossier_letter) l
    CROSS JOIN (SELECT count(*) AS n FROM dossier_record) r
), filled AS (
    SELECT sum((min(length(f.message), message_shown) + 30 + 104) / 105 + (min(length(coalesce(f.remedy, u.remedy)), remedy_shown) + 119) / 120
               + (coalesce((SELECT min(length(c.words), counter_shown) FROM dossier_counter c
                            WHERE c.finding_no = f.finding_no ORDER BY c.strength LIMIT 1), 0) + 130) / 120) OVER (ORDER BY m.place) AS lines
    FROM dossier_matter m
    JOIN finding f ON f.finding_no = m.leading_no
    JOIN rule u ON u.rule_id = f.rule_id
    CROSS JOIN dossier_size
)
SELECT p.others_first, max((SELECT count(*) FROM filled WHERE lines <= iif(p.others_first, 28, 21)), 1)
FROM placed p;
