-- The dossier of a force: the two sheets, and what stands behind them. What others wrote passes through
-- shown_words, so that it can be masked.

-- name: dossier_page
-- What stands at the head and the foot
SELECT a.pack, shorten(a.pack, 40) AS short_pack, a.label, coalesce(a.as_of, '') AS as_of, a.version,
       CASE WHEN a.as_of IS NULL THEN 'no date at all in the data'
            WHEN a.as_of_given THEN 'the date asked for'
            ELSE 'the latest date of an answer, a publication or a request in the data' END AS as_of_reason,
       (SELECT nullif(audience = 'public', 0) FROM measure_setting) AS is_public, a.marking, a.options
FROM audit a
ORDER BY a.only_one;

-- name: dossier_head
-- Whom and what it is about
SELECT s.force_no, f.force_id, shorten(f.name, 80) AS force, f.regime, q.request_no, q.request_id,
       iif(q.title = q.request_id, NULL, shorten(shown_words(q.title), 110)) AS title,
       shorten(t.tool, 60) || iif(t.tools > 1, ' and ' || (t.tools - 1) || ' more', '') AS about, t.tools,
       s.is_whole, s.masking, s.left_out, iif(z.others_first, 1, NULL) AS others_first,
       coalesce(shorten((SELECT label FROM audit), 90), '') || coalesce(iif((SELECT label FROM audit) IS NULL, '', ' · ') || shorten(s.masking, 90), '') AS margin_note
FROM temp.dossier_subject s
JOIN force f ON f.force_no = s.force_no
LEFT JOIN request q ON q.request_no = s.request_no
CROSS JOIN temp.dossier_room z
LEFT JOIN (SELECT tool, count(*) OVER () AS tools FROM temp.dossier_tool ORDER BY place LIMIT 1) t
ORDER BY s.force_no;

-- name: dossier_facts
-- The big facts in one line each
SELECT coalesce(p.letters, 0) AS letters, plural(coalesce(p.letters, 0), 'letter', 'letters') || ' about it' AS letters_word,
       m.matters, plural(m.matters, 'open matter', 'open matters') || iif(m.matters > 0, ' (' || m.own || ' on its answers alone)', '') AS matters_word,
       CASE WHEN m.matters = 0 THEN NULL ELSE m.critical || ' critical, ' || m.high || ' high, ' || m.lower || ' lower' END AS by_severity,
       CASE WHEN p.judged > 0 THEN p.conforming || ' of ' || p.judged END AS conforming,
       CASE WHEN p.letters > 0 OR r.complaint_risk IS NOT NULL THEN fixed(coalesce(r.complaint_risk, 0), 2) END AS complaint_risk
FROM (SELECT count(*) AS matters, coalesce(sum(is_own), 0) AS own, coalesce(sum(severity = 'critical'), 0) AS critical, coalesce(sum(severity = 'high'), 0) AS high,
             coalesce(sum(severity NOT IN ('critical', 'high')), 0) AS lower
      FROM temp.dossier_matter) m
CROSS JOIN (SELECT count(*) AS letters, coalesce(sum(a.conforms = 'yes'), 0) AS conforming, coalesce(sum(a.conforms IN ('yes', 'no')), 0) AS judged
            FROM temp.dossier_letter d
            LEFT JOIN response_meaning n ON n.response_no = d.response_no
            LEFT JOIN profile a ON a.profile_no = n.profile_no) p
LEFT JOIN (SELECT c.complaint_risk FROM v_complaint_risk_of_forces c JOIN temp.dossier_subject s ON s.force_no = c.force_no) r
ORDER BY m.matters;

-- name: dossier_positions
-- What the world knows of it, tool by tool
SELECT shorten(t.tool, 60) AS tool, CASE p.position WHEN 'confirm' THEN 'It confirms use of' WHEN 'deny' THEN iif(p.qualified, 'It denies, of what it can say openly, use of', 'It denies use of')
                       WHEN 'ncnd' THEN 'It neither confirms nor denies (NCND) use of' ELSE 'No position is known on' END AS word,
       coalesce(w.state, 'none') AS state, iif(p.qualified, 'Đ', w.letter) AS letter,
       CASE WHEN p.acknowledgement_no IS NOT NULL THEN 'on its own publication' || coalesce(' of ' || a.date_published, '')
            WHEN p.letter_no IS NOT NULL THEN 'on its letter' || coalesce(' of ' || l.date_responded, ' without a date') || ' to ' || q.request_id END AS stands_on,
       g.age,
       (SELECT count(*) FROM temp.dossier_tool) - (SELECT tools_on_sheet FROM temp.dossier_size) AS further_tools
FROM temp.dossier_tool t
JOIN temp.dossier_subject s
LEFT JOIN public_position p ON p.tool_no = t.tool_no AND p.force_no = s.force_no
LEFT JOIN temp.state_word w ON w.state = p.position
LEFT JOIN acknowledgement a ON a.acknowledgement_no = p.acknowledgement_no
LEFT JOIN letter l ON l.letter_no = p.letter_no
LEFT JOIN request q ON q.request_no = l.request_no
LEFT JOIN temp.dossier_age g ON g.day = coalesce(a.published_latest, l.responded_latest)
ORDER BY t.place
LIMIT (SELECT tools_on_sheet FROM temp.dossier_size);

-- name: dossier_sheet_letters
-- The latest letters, in order of time
SELECT coalesce(l.date_responded, not_dated(l.received_earliest, l.received_latest, r.retrieved_earliest, r.retrieved_latest)) AS date, g.age,
       q.request_id, replace(s.stage, '_', ' ') AS stage, d.is_on_request,
       iif((SELECT count(*) FROM temp.dossier_tool) > 1, shorten(t.tool, 40), NULL) AS tool,
       v.state, iif(l.qualified, 'Đ', v.letter) AS letter, v.short || iif(l.qualified, ', NCND for the rest', '') AS position,
       k.words AS says, shorten(replace(x.citations, ';', ', '), 48) AS exemptions,
       CASE WHEN st.position <> l.position_on_use
            THEN CASE l.position_on_use WHEN 'confirm' THEN 'but its words confirm' WHEN 'deny' THEN 'but its words deny'
                                        WHEN 'ncnd' THEN 'but its words neither confirm nor deny' END END AS turned,
       CASE p.conforms WHEN 'yes' THEN 'followed ' || coalesce(shorten(shown_words(u.title), 36), 'it, whichever applied') WHEN 'no' THEN 'departed from ' || coalesce(shorten(shown_words(u.title), 36), 'it, whichever applied')
                       ELSE CASE WHEN v.state NOT IN ('confirm', 'deny', 'ncnd') THEN '' WHEN p.guided THEN 'not sure which applied' ELSE 'none in force' END END AS advice,
       CASE p.acknowledged WHEN 'own' THEN 'by itself' WHEN 'collaboration' THEN 'by a collaboration' WHEN 'third_party' THEN 'by others' WHEN 'none' THEN 'nothing' END AS public_then,
       CASE w.coded_by WHEN 'machine' THEN 'read by machine' WHEN 'undecided' THEN 'left for a person' WHEN 'person' THEN 'decided by a person' END AS coder,
       CASE l.late WHEN 'certain' THEN 'late' WHEN 'possible' THEN 'perhaps late' END AS late
FROM temp.dossier_letter d
JOIN letter l ON l.letter_no = d.letter_no
JOIN temp.dossier_tool t ON t.tool_no = l.tool_no
JOIN request q ON q.request_no = l.request_no
JOIN stage s ON s.stage_no = l.stage_no
JOIN response r ON r.response_no = l.response_no
JOIN stance st ON st.stance_no = r.stance_no
JOIN temp.dossier_stance k ON k.stance = st.stance
JOIN temp.state_word v ON v.state = CASE st.stance WHEN 'unread' THEN 'unread' ELSE l.position_on_use END
JOIN response_wording w ON w.response_no = r.response_no
LEFT JOIN exemption_set x ON x.set_no = r.set_no
LEFT JOIN response_meaning m ON m.response_no = r.response_no
LEFT JOIN profile p ON p.profile_no = m.profile_no
LEFT JOIN guidance u ON u.guidance_no = p.guidance_no
LEFT JOIN temp.dossier_age g ON g.day = l.responded_latest
WHERE d.later < (SELECT letters_on_sheet FROM temp.dossier_size)
ORDER BY d.n;

-- name: dossier_further_letters
SELECT count(*) || plural(count(*), ' earlier letter', ' earlier letters') AS further
FROM temp.dossier_letter
WHERE later >= (SELECT letters_on_sheet FROM temp.dossier_size)
HAVING count(*) > 0
ORDER BY further;

-- name: dossier_sheet_record
-- What is published, its own first, and how it stands today
SELECT coalesce(a.date_published, not_dated(NULL, NULL, a.retrieved_earliest, a.retrieved_latest)) AS date, g.age,
       CASE r.level WHEN 1 THEN 'by the force itself' WHEN 2 THEN 'by a collaboration of its: ' || coalesce(shorten(c.name, 50), 'unnamed')
                    ELSE 'by ' || CASE a.publisher WHEN 'pcc' THEN 'the police and crime commissioner' WHEN 'force' THEN 'another force' ELSE 'others' END
                         || ', and does not count as its own' END AS whose,
       replace(a.kind, '_', ' ') AS kind, shorten(shown_words(a.summary), 130) AS summary, a.acknowledgement_id,
       CASE r.state WHEN 3 THEN 'in force' WHEN 2 THEN 'possibly in force' WHEN 1 THEN 'published later'
                    ELSE iif(a.withdrawn, 'withdrawn', 'no longer in force') END AS state
FROM temp.dossier_record r
JOIN acknowledgement a ON a.acknowledgement_no = r.acknowledgement_no
LEFT JOIN collaboration c ON c.collaboration_no = a.collaboration_no
LEFT JOIN temp.dossier_age g ON g.day = a.published_latest
ORDER BY r.level, r.state DESC, a.published_latest DESC, a.acknowledgement_id
LIMIT (SELECT records_on_sheet FROM temp.dossier_size);

-- name: dossier_further_record
SELECT count(*) - records_on_sheet AS further
FROM temp.dossier_record
CROSS JOIN temp.dossier_size
HAVING further > 0
ORDER BY further;

-- name: dossier_sheet_advice
-- The advice on the first tool today, what is in force first
SELECT d.guidance_id, shorten(shown_words(d.title), 90) AS title, d.in_force, iif(d.in_force = 'no', NULL, 1) AS is_used,
       shorten(replace(replace(replace(replace(d.what, 'held_s21', 'held and public (section 21)'), 'held_exempt', 'held and withheld'), 'not_held', 'not held'), 'ncnd', 'NCND'), 190) AS what, shorten(d.why, 120) AS why, shorten(d.needs, 130) AS needs
FROM temp.dossier_advice d
JOIN temp.dossier_tool t ON t.tool_no = d.tool_no AND t.place = 1
ORDER BY d.place
LIMIT (SELECT advice_on_sheet FROM temp.dossier_size);

-- name: dossier_sheet_expected
-- What it asks of an answer, in one line
SELECT group_concat(words, '; ') AS words
FROM (SELECT e.element || ': ' || replace(replace(replace(replace(e.wanted, 'ncnd (ncnd)', 'NCND'), 'held_s21', 'held and public (section 21)'), '_', ' '), 'ncnd', 'NCND') || ' (' || e.basis || ')' AS words
      FROM temp.dossier_expected e
      JOIN temp.dossier_tool t ON t.tool_no = e.tool_no AND t.place = 1
      ORDER BY e.place LIMIT 7)
HAVING words IS NOT NULL
ORDER BY words;

-- name: dossier_others
-- Where the other forces stand: in answer to the request, and in public on the first tool
WITH spoken AS (
    SELECT 1 AS place, 'In answer to ' || q.request_id AS whom, l.position_on_use AS position, f.name, f.force_id, l.qualified,
           l.responded_latest AS day
    FROM temp.dossier_subject s
    JOIN request q ON q.request_no = s.request_no
    JOIN temp.dossier_tool t ON t.place = 1
    JOIN letter l ON l.request_no = s.request_no AND l.tool_no = t.tool_no AND l.force_no <> s.force_no AND l.speaks_for_request
    JOIN force f ON f.force_no = l.force_no
    UNION ALL
    SELECT 2, 'In public on ' || shorten(t.tool, 40), p.position, f.name, f.force_id, p.qualified,
           coalesce(a.published_latest, l.responded_latest)
    FROM temp.dossier_subject s
    JOIN temp.dossier_tool t ON t.place = 1
    JOIN public_position p ON p.tool_no = t.tool_no AND p.force_no <> s.force_no
    JOIN force f ON f.force_no = p.force_no
    LEFT JOIN acknowledgement a ON a.acknowledgement_no = p.acknowledgement_no
    LEFT JOIN letter l ON l.letter_no = p.letter_no
), numbered AS (
    SELECT *, row_number() OVER (PARTITION BY place, position ORDER BY day IS NULL, day DESC, name, force_id) AS n,
           count(*) OVER (PARTITION BY place, position) AS forces
    FROM spoken
    WHERE position IN ('confirm', 'deny', 'ncnd')
)
SELECT n.place, n.whom, w.state, w.letter, w.word, max(n.forces) AS forces,
       group_concat(iif(n.n <= z.names_on_sheet, shorten(n.name, 40) || ' (' || coalesce(strftime('%Y', n.day * 86400, 'unixepoch'), 'no date')
                        || iif(n.qualified, ', open use only', '') || ')', NULL), ', ')
       || iif(max(n.forces) > max(z.names_on_sheet), ' and ' || (max(n.forces) - max(z.names_on_sheet)) || ' more', '') AS names
FROM (SELECT * FROM numbered ORDER BY place, position, n) n
JOIN temp.state_word w ON w.state = n.position
CROSS JOIN temp.dossier_size z
GROUP BY n.place, w.state
ORDER BY n.place, w.place;

-- name: dossier_sheet_matters
-- The gravest, with the strongest that the data hold against each
SELECT m.matter_no, m.matter_id, m.severity, f.finding_id, r.title AS rule, iif(m.is_own, NULL, 1) AS is_between,
       iif(f.certainty = 'possible', 1, NULL) AS is_possible,
       shorten(shown_words(f.message), z.message_shown) AS message,
       shorten(shown_words(coalesce(f.remedy, r.remedy)), z.remedy_shown) AS remedy,
       (SELECT shorten(shown_words(c.words), z.counter_shown) FROM temp.dossier_counter c WHERE c.finding_no = f.finding_no ORDER BY c.strength LIMIT 1) AS counter
FROM temp.dossier_matter m
JOIN finding f ON f.finding_no = m.leading_no
JOIN rule r ON r.rule_id = f.rule_id
CROSS JOIN temp.dossier_size z
ORDER BY m.place
LIMIT (SELECT matters_on_sheet FROM temp.dossier_room);

-- name: dossier_further_matters
SELECT matters - matters_on_sheet AS further, plural(matters - matters_on_sheet, 'matter', 'matters') AS further_word
FROM (SELECT count(*) AS matters FROM temp.dossier_matter)
CROSS JOIN temp.dossier_room
WHERE matters > matters_on_sheet
ORDER BY further;

-- name: dossier_answers
-- What each answer about a tool would do
SELECT d.answer, shorten(shown_words(d.expected_by), 60) AS expected_by, d.critical, d.high, d.medium + d.low + d.info AS lower, d.own, d.with_it, d.against,
       coalesce(iif(d.bits >= 0, '+', '') || fixed(d.bits, 2), 'too few') AS bits
FROM temp.dossier_answer d
WHERE d.tool_no = :tool_no
ORDER BY d.place;

-- name: dossier_first_tool
-- The tool of which the sheets tell what an answer would do
SELECT t.tool_no, shorten(t.tool, 60) AS tool
FROM temp.dossier_tool t
WHERE t.place = 1 AND EXISTS (SELECT 1 FROM temp.dossier_answer d WHERE d.tool_no = t.tool_no)
ORDER BY t.tool;

-- name: dossier_sheet_dates
-- What comes next, then what is past, the nearest first
SELECT date, state, shorten(shown_words(words), 130) AS words
FROM (SELECT d.*, d.day < u.as_of_day AS is_past, abs(d.day - u.as_of_day) AS away FROM temp.dossier_date d CROSS JOIN audit u)
ORDER BY is_past, away, words
LIMIT (SELECT dates_on_sheet FROM temp.dossier_size);

-- name: dossier_further_dates
SELECT count(*) - dates_on_sheet AS further
FROM temp.dossier_date
CROSS JOIN temp.dossier_size
HAVING further > 0
ORDER BY further;
