-- name: page_forces_shown
-- The dossiers
SELECT p.force_no, p.force_id, p.anchor, p.name AS force, f.abbreviation, f.rocu,
       CASE f.nation WHEN 'england' THEN 'England' WHEN 'wales' THEN 'Wales' WHEN 'scotland' THEN 'Scotland'
                     WHEN 'northern-ireland' THEN 'Northern Ireland' WHEN 'uk' THEN 'United Kingdom' ELSE f.nation END AS nation,
       f.regime, nullif(p.letters, 0) AS letters, nullif(p.acknowledgements, 0) AS acknowledgements, nullif(p.findings, 0) AS findings,
       (SELECT nullif(count(*), 0) FROM ruling k WHERE k.force_no = p.force_no) AS rulings,
       nullif(max(p.letters - (SELECT letters_shown FROM temp.page_size), 0), 0) AS further_letters,
       (SELECT nullif(count(*), 0) FROM temp.page_force_listed a WHERE a.force_id = p.force_id AND a.is_open) AS matters_shown,
       (SELECT nullif(count(*), 0) FROM temp.page_force_listed a WHERE a.force_id = p.force_id AND a.is_open AND a.is_own) AS own_matters
FROM temp.page_force p
JOIN force f ON f.force_no = p.force_no
ORDER BY p.place;

-- name: page_forces_unknown
-- Forces of which nothing is known
SELECT count(*) AS n, group_concat(name, ', ') AS names
FROM (SELECT name FROM force
      WHERE kind IS 'territorial' AND force_no NOT IN (SELECT force_no FROM temp.page_force)
      ORDER BY name LIMIT 200)
HAVING count(*) > 0
ORDER BY n;

-- name: page_force_tools
-- What is known of a force, tool by tool
SELECT t.name AS tool, coalesce(w.short, 'none known') || iif(v.qualified = 'yes', ', NCND for the rest', '')
           || CASE WHEN y.year IS NULL THEN '' ELSE ' (' || y.year || iif(y.is_old, ', old', '') || ')' END AS position, iif(v.qualified = 'yes', 'Đ', coalesce(w.letter, '')) AS letter, coalesce(w.look, 'none') AS state,
       CASE v.stands_on WHEN 'acknowledgement' THEN 'its own acknowledgement' WHEN 'letter' THEN 'its latest letter' ELSE '' END AS stands_on,
       (SELECT 1 FROM public_position p JOIN letter l ON l.letter_no = p.letter_no JOIN response_wording w ON w.response_no = l.response_no
        WHERE p.tool_no = v.tool_no AND p.force_no = v.force_no AND w.coded_by = 'machine') AS by_machine,
       v.letters, CASE WHEN v.letters > 0 AND v.with_position = 0 THEN 'no position read' WHEN v.judged = 0 THEN 'no advice to judge by' ELSE v.conforming || ' of ' || v.judged END AS conforming,
       coalesce(fixed(v.p_use, 2), 'not told') AS exposure, CASE WHEN v.with_position = 0 AND v.complaint_matters = 0 THEN 'no letter read' ELSE fixed(v.complaint_risk, 2) END AS complaint_risk,
       v.critical + v.high + v.medium + v.low + v.info AS matters
FROM temp.page_force_numbers v
JOIN tool t ON t.tool_no = v.tool_no
LEFT JOIN temp.state_word w ON w.state = coalesce(v.public_position, v.silence)
LEFT JOIN temp.page_position_age y ON y.force_no = v.force_no AND y.tool_no = v.tool_no
WHERE v.force_no = :force_no
ORDER BY t.name, t.tool_id
LIMIT 12;

-- name: page_force_letters
-- A force's latest letters in order of time
WITH latest AS (
    SELECT l.letter_no
    FROM letter l
    JOIN tool t ON t.tool_no = l.tool_no
    WHERE l.force_no = :force_no
    ORDER BY l.responded_latest DESC, t.tool_id DESC, l.letter_no DESC
    LIMIT (SELECT letters_shown FROM temp.page_size)
)
SELECT l.letter_no, coalesce(l.date_responded, not_dated(l.received_earliest, l.received_latest, r.retrieved_earliest, r.retrieved_latest)) AS date_responded, q.request_id, t.name AS tool,
       replace(s.stage, '_', ' ') AS stage,
       v.look AS state, iif(l.qualified, 'Đ', v.letter) AS letter, v.short || iif(l.qualified, ', NCND for the rest', '') AS position,
       CASE st.stance WHEN 'ncnd' THEN 'NCND' ELSE replace(st.stance, '_', ' ') END AS says, replace(x.citations, ';', ', ') AS exemptions, w.response_id,
       CASE p.conforms WHEN 'yes' THEN 'follows' WHEN 'no' THEN 'departs from' END AS conforms, g.title AS guidance,
       CASE WHEN w.source_url LIKE 'http://%' OR w.source_url LIKE 'https://%' THEN w.source_url END AS link, shorten(w.note, 500) AS note,
       iif(w.coded_by = 'machine', 1, NULL) AS by_machine, iif(w.coded_by = 'person', 1, NULL) AS by_person,
       shorten(coalesce(regexp_substr(w.coded_words, '(?s)^[0-9]+-[0-9]+: \K.+'), w.coded_words), 300) AS coded_words,
       regexp_substr(w.coded_words, '^[0-9]+-[0-9]+(?=: )') AS span, (SELECT folder FROM temp.page_letters_folder) || w.text_file AS letter_file,
       CASE l.late WHEN 'certain' THEN 'late' WHEN 'possible' THEN 'perhaps late' END AS late,
       (SELECT f.finding_id FROM finding_evidence e JOIN temp.page_finding f ON f.finding_no = e.finding_no
        JOIN finding fi ON fi.finding_no = f.finding_no
        WHERE e.response_no = l.response_no
        ORDER BY fi.force_no IS :force_no DESC, f.place LIMIT 1) AS finding_id,
       coalesce('request-' || pq.file_name || pq.second_tool, '') AS request_anchor,
       (SELECT a.anchor FROM temp.page_letter a WHERE a.letter_no = l.letter_no) AS letter_anchor
FROM latest
JOIN letter l ON l.letter_no = latest.letter_no
JOIN request q ON q.request_no = l.request_no
JOIN tool t ON t.tool_no = l.tool_no
JOIN stage s ON s.stage_no = l.stage_no
JOIN response r ON r.response_no = l.response_no
JOIN stance st ON st.stance_no = r.stance_no
JOIN temp.state_word v ON v.state = iif(l.position_on_use = 'silent', st.silence, l.position_on_use)
JOIN response_wording w ON w.response_no = l.response_no
LEFT JOIN exemption_set x ON x.set_no = r.set_no
LEFT JOIN response_meaning m ON m.response_no = l.response_no
LEFT JOIN profile p ON p.profile_no = m.profile_no
LEFT JOIN guidance g ON g.guidance_no = p.guidance_no
LEFT JOIN temp.page_request pq ON pq.request_no = l.request_no AND pq.tool_no = l.tool_no
ORDER BY l.responded_latest IS NOT NULL, l.responded_latest, t.tool_id, l.letter_no;

-- name: page_force_acknowledgements
-- What speaks for a force: its own acknowledgements, its collaborations' and others'
SELECT DISTINCT a.acknowledgement_id, coalesce(a.date_published, not_dated(NULL, NULL, a.retrieved_earliest, a.retrieved_latest)) AS date_published, a.date_withdrawn, t.name AS tool,
       replace(a.kind, '_', ' ') AS kind,
       CASE WHEN a.force_no = :force_no AND a.publisher = 'force' THEN 'the force itself'
            WHEN a.publisher = 'collaboration' AND a.collaboration_no IS NOT NULL THEN 'its collaboration ' || o.name
            ELSE CASE a.publisher WHEN 'third_party' THEN 'a third party' WHEN 'pcc' THEN 'the police and crime commissioner'
                                  ELSE replace(a.publisher, '_', ' ') END
                 || coalesce(' about its collaboration ' || o.name, '') END AS published_by, a.summary, shorten(a.note, 500) AS note, a.published_earliest,
       CASE WHEN a.source_url LIKE 'http://%' OR a.source_url LIKE 'https://%' THEN a.source_url END AS link
FROM acknowledgement a
JOIN tool t ON t.tool_no = a.tool_no
LEFT JOIN collaboration o ON o.collaboration_no = a.collaboration_no
WHERE a.force_no = :force_no
   OR a.acknowledgement_no IN (SELECT acknowledgement_no FROM acknowledgement_for WHERE force_no = :force_no)
ORDER BY a.published_earliest IS NOT NULL, a.published_earliest, a.acknowledgement_id
LIMIT 40;

-- name: page_force_rulings
-- What was decided about a force's answers, in order of time
SELECT k.ruling_id, k.date, t.name AS tool, q.request_id,
       CASE k.body WHEN 'ico' THEN 'the Information Commissioner' WHEN 'sic' THEN 'the Scottish Information Commissioner'
                   ELSE 'a ' || k.body END AS body, k.reference,
       CASE k.about WHEN 'ncnd' THEN 'NCND' ELSE k.about END AS about,
       iif(k.body IN ('ico', 'sic'), 'the complaint was ', 'the applicant''s appeal was ') || replace(k.outcome, '_', ' ') AS outcome,
       replace(k.provisions, ';', ', ') AS provisions,
       CASE k.ordered WHEN 'none' THEN 'nothing ordered' ELSE 'ordered to ' || replace(k.ordered, '_', ' ') END AS ordered,
       shorten(k.summary, 500) AS summary,
       CASE WHEN k.source_url LIKE 'http://%' OR k.source_url LIKE 'https://%' THEN k.source_url END AS link
FROM ruling k
JOIN tool t ON t.tool_no = k.tool_no
LEFT JOIN request q ON q.request_no = k.request_no
WHERE k.force_no = :force_no
ORDER BY k.date_earliest, k.date_latest, k.ruling_id
LIMIT 40;

-- name: page_force_neighbours
-- What the other members of each of a force's collaborations say in public, tool by tool;
-- the forces of its region too, where its regional unit is none of these collaborations.
-- Of many the first are named.
WITH own AS (
    SELECT g.group_key, g.neighbours
    FROM temp.page_group g
    JOIN force f ON f.force_no = g.force_no
    WHERE g.force_no = :force_no
      AND NOT (g.group_key = 'region ' || f.rocu
               AND EXISTS (SELECT 1 FROM membership m JOIN collaboration c ON c.collaboration_no = m.collaboration_no
                           WHERE m.force_no = f.force_no AND instr(lower(f.rocu), c.collaboration_id) > 0))
),
others AS (               -- a force may be met in two groups of one name
    SELECT o.neighbours, s.tool_no, s.tool, s.place, s.word, s.force_no, s.name,
           max(s.forces - EXISTS (SELECT 1 FROM public_position p JOIN temp.state_word w ON w.state = p.position
                                  WHERE p.tool_no = s.tool_no AND p.force_no = :force_no AND w.place = s.place)) AS forces
    FROM own o
    JOIN temp.page_group_spoken s ON s.group_key = o.group_key
    WHERE s.force_no <> :force_no
    GROUP BY o.neighbours, s.tool_no, s.place, s.force_no
),
named AS (
    SELECT *, row_number() OVER (PARTITION BY neighbours, tool_no, place ORDER BY force_no) AS n FROM others
),
spoken AS (
    SELECT neighbours, tool, tool_no, place, word, nullif(max(max(max(forces), count(*)) - most, 0), 0) AS further
    FROM (SELECT *, (SELECT neighbours_named FROM temp.page_size) AS most FROM named)
    WHERE n <= most
    GROUP BY neighbours, tool_no, place
)
SELECT neighbours AS around, tool, tool_no AS near_tool, place AS near_place, word, further
FROM spoken
ORDER BY neighbours, tool, tool_no, place
LIMIT 120;

-- name: page_neighbours_named
-- Who they are
SELECT name, anchor, CASE WHEN n < min(forces, (SELECT neighbours_named FROM temp.page_size)) THEN ', ' END AS comma
FROM (SELECT s.name, p.anchor, row_number() OVER (ORDER BY s.force_no) AS n, count(*) OVER () AS forces
      FROM (SELECT DISTINCT s.force_no, s.name
            FROM temp.page_group o
            JOIN temp.page_group_spoken s ON s.group_key = o.group_key
            WHERE o.force_no = :force_no AND o.neighbours = :around AND s.tool_no = :near_tool AND s.place = :near_place
              AND s.force_no <> :force_no) s
      LEFT JOIN temp.page_force p ON p.force_no = s.force_no)
WHERE n <= (SELECT neighbours_named FROM temp.page_size)
ORDER BY n;

-- name: page_force_standing
-- The tools of which something is known of a force, where an answer of the day of the audit would
-- stand: those that anybody was asked about
WITH known AS (
    SELECT tool_no FROM temp.page_force_numbers WHERE force_no = :force_no
    UNION
    SELECT tool_no FROM acknowledgement_for WHERE force_no = :force_no
), standing AS (
    SELECT tool_no,
           (SELECT max(p.force_no) FROM present_reading p WHERE p.tool_no = n.tool_no AND p.force_no IN (0, :force_no)) AS standing_as
    FROM known n
)
SELECT t.name AS tool, t.tool_id, t.tool_no, f.force_no, f.force_id, NULL AS response_no,
       coalesce(u.as_of_day, -2000000) AS day_earliest, coalesce(u.as_of_day, 4000000) AS day_latest,
       (SELECT rows_of_standing FROM temp.page_size) AS most,
       CASE WHEN EXISTS (SELECT 1 FROM present_reading p
                         WHERE p.tool_no = s.tool_no AND p.force_no = s.standing_as AND p.guidance_no IS NOT NULL)
            THEN 1 END AS is_advised
FROM standing s
JOIN tool t ON t.tool_no = s.tool_no
JOIN force f ON f.force_no = :force_no
CROSS JOIN audit u
WHERE s.standing_as IS NOT NULL
ORDER BY t.name, t.tool_id
LIMIT (SELECT standings_shown FROM temp.page_size);

-- name: page_force_standing_further
-- How many more of them there are
SELECT count(*) - (SELECT standings_shown FROM temp.page_size) AS further
FROM (SELECT tool_no FROM temp.page_force_numbers WHERE force_no = :force_no
      UNION SELECT tool_no FROM acknowledgement_for WHERE force_no = :force_no)
WHERE tool_no IN (SELECT tool_no FROM present_reading)
HAVING further > 0
ORDER BY further;

-- name: page_record_level
-- Whose word an acknowledgement is
SELECT column1 AS level, column2 AS of_whom
FROM (VALUES ('own', 'Acknowledged by itself'), ('collaboration', 'By its collaborations'),
             ('third_party', 'By third parties (does not count as its own)'))
ORDER BY column1 = 'third_party', column1 = 'collaboration';

-- name: page_force_positions
-- What it says in public, tool by tool, in short
SELECT t.tool, w.state, iif(p.qualified, 'Đ', w.letter) AS letter, w.short || iif(p.qualified, ', NCND for the rest', '') AS position
FROM public_position p
JOIN temp.page_tool t ON t.tool_no = p.tool_no
JOIN temp.state_word w ON w.state = p.position
WHERE p.force_no = :force_no
ORDER BY t.place
LIMIT 4;

-- name: page_both
-- How many forces gave both a confirmation and an NCND; no row where none did
SELECT n || plural(n, ' force', ' forces') AS forces, nullif(max(rows - 60, 0), 0) AS further_forces
FROM (SELECT count(DISTINCT force_no) AS n, count(*) AS rows FROM temp.page_both_said)
WHERE n > 0
ORDER BY n;

-- name: page_both_forces
SELECT b.force_no, b.tool_no AS family_no, f.name AS force, t.name AS tool, p.anchor, nullif(max(b.letters - 8, 0), 0) AS further
FROM temp.page_both_said b
JOIN force f ON f.force_no = b.force_no
JOIN tool t ON t.tool_no = b.tool_no
LEFT JOIN temp.page_force p ON p.force_no = b.force_no
ORDER BY f.name, f.force_id, t.name, t.tool_id
LIMIT 60;

-- name: page_both_letters
-- Its letters that say the one or the other, in order of time
SELECT CASE WHEN confirms AND neither THEN 'both in one' WHEN confirms THEN 'confirmed' ELSE 'NCND' END || ' ' || date || ' (' || request_id || ')' AS words,
       anchor, CASE WHEN n < min(letters, 8) THEN ', ' END AS comma
FROM (SELECT l.position_on_use = 'confirm' OR l.confirm_on_use AS confirms, l.position_on_use = 'ncnd' OR l.ncnd_on_use AS neither,
             coalesce(l.date_responded, 'undated') AS date, q.request_id, a.anchor,
             row_number() OVER (ORDER BY l.responded_earliest, l.letter_no) AS n, count(*) OVER () AS letters
      FROM tool_ancestor x
      JOIN letter l ON l.tool_no = x.tool_no AND l.force_no = :force_no
      JOIN request q ON q.request_no = l.request_no
      LEFT JOIN temp.page_letter a ON a.letter_no = l.letter_no
      WHERE x.ancestor_no = :family_no AND (l.position_on_use IN ('confirm', 'ncnd') OR l.confirm_on_use OR l.ncnd_on_use))
WHERE n <= 8
ORDER BY n;
