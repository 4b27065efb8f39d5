-- For people (v_*) and for the rules (answer, reading).

-- For rules about rows: a response with its profile. The joins start from the
-- few profiles, so a condition on a profile's words costs nothing per response.
CREATE VIEW answer AS
SELECT p.*, r.response_no, m.letter_no, r.force_no, r.request_no, r.question_no, r.tool_no,
       r.responded_earliest, r.responded_latest, r.open_earliest, r.open_latest
FROM profile p
CROSS JOIN response_meaning m ON m.profile_no = p.profile_no
CROSS JOIN response r ON r.response_no = m.response_no;

-- For rules about rows against the record and the advice: each reading of each
-- profile, with the guidance in force in it.
CREATE VIEW reading AS
SELECT p.*, d.reading, d.own_acknowledgement, d.collaboration_acknowledgement,
       d.guidance_no AS guidance_in_force, d.conforms AS conforms_in_reading,
       d.replaced_guidance_no, d.conformed_before,
       g.condition, g.expects_confirm, g.expects_deny, g.expects_ncnd, g.expected_partial_ncnd
FROM profile p
CROSS JOIN profile_reading d ON d.profile_no = p.profile_no
LEFT JOIN guidance g ON g.guidance_no = d.guidance_no;

-- For rules about orders: each NCND that an order to confirm or deny may measure (clause 54), with
-- the days on which it does. The case that was decided goes on at the stages of its regulator.
CREATE VIEW ncnd_under_order AS
SELECT r.force_no, r.tool_no, r.request_no, r.question_no, r.response_no, r.responded_earliest, r.responded_latest,
       k.ruling_no, k.force_no = l.force_no AS is_own, o.possible_from, o.possible_to, o.certain_from, o.certain_to
FROM ruling k
CROSS JOIN ruling_for o ON o.ruling_no = k.ruling_no
CROSS JOIN force f
CROSS JOIN letter l ON l.force_no = f.force_no AND l.tool_no = o.tool_no
CROSS JOIN response_meaning m ON m.letter_no = l.letter_no
CROSS JOIN profile p ON p.profile_no = m.profile_no
CROSS JOIN response r ON r.response_no = m.response_no
WHERE k.ordered = 'confirm_or_deny'
  AND p.position = 'ncnd' AND p.topic <> 'covert_use' AND p.dated = 1 AND p.superseded = 0
  AND NOT (p.stage IN ('ico', 'tribunal') AND l.request_no IS k.request_no)
  AND o.possible_from <= r.responded_latest AND o.possible_to >= r.responded_earliest;

-- For rules about changes: each change from one letter to another, as two rows of evidence, the
-- earlier letter and the later, both under the later's request. is_qualified: of the denial (clause 47).
CREATE VIEW letter_of_change AS
SELECT c.kind, c.from_position, c.to_position, c.certainty, c.unexplained, c.force_no, c.tool_no, l.request_no,
       iif(c.from_position = 'deny', e.qualified, l.qualified) AS is_qualified, 'earlier' AS role, e.response_no, e.responded_earliest, e.responded_latest
FROM change c
JOIN letter e ON e.letter_no = c.earlier_letter_no
JOIN letter l ON l.letter_no = c.later_letter_no
UNION ALL
SELECT c.kind, c.from_position, c.to_position, c.certainty, c.unexplained, c.force_no, c.tool_no, l.request_no,
       iif(c.from_position = 'deny', e.qualified, l.qualified), 'later', l.response_no, l.responded_earliest, l.responded_latest
FROM change c
JOIN letter e ON e.letter_no = c.earlier_letter_no
JOIN letter l ON l.letter_no = c.later_letter_no;

-- The days of a dated letter that are worth trying (clause 10): its ends, and each side of each
-- boundary in the record of its force and tool. On one day every row is read by itself, so what a
-- rule asks of several dates is asked day by day (clause 65). A letter without a record has no day
-- here.
CREATE VIEW day_of_letter AS
WITH recorded AS (
    SELECT DISTINCT force_no, tool_no FROM acknowledgement_for
)
SELECT l.letter_no, l.responded_earliest AS day
FROM recorded r
CROSS JOIN letter l ON l.force_no = r.force_no AND l.tool_no = r.tool_no
WHERE l.responded_earliest IS NOT NULL
UNION
SELECT l.letter_no, l.responded_latest
FROM recorded r
CROSS JOIN letter l ON l.force_no = r.force_no AND l.tool_no = r.tool_no
WHERE l.responded_earliest < l.responded_latest
UNION
SELECT l.letter_no, b.day + s.side
FROM letter l
JOIN (SELECT force_no, tool_no, possible_from AS day FROM acknowledgement_for
      UNION SELECT force_no, tool_no, possible_to FROM acknowledgement_for
      UNION SELECT force_no, tool_no, certain_from FROM acknowledgement_for
      UNION SELECT force_no, tool_no, certain_to FROM acknowledgement_for
      UNION SELECT f.force_no, f.tool_no, k.published_latest
            FROM acknowledgement_for f JOIN acknowledgement k ON k.acknowledgement_no = f.acknowledgement_no) b
  ON b.force_no = l.force_no AND b.tool_no = l.tool_no
JOIN (SELECT -1 AS side UNION ALL SELECT 0 UNION ALL SELECT 1) s
WHERE l.responded_earliest < l.responded_latest AND b.day + s.side BETWEEN l.responded_earliest AND l.responded_latest;

-- What a set of citations rests on: its sections, and its NCND subsections. Section 40 FOIA is left
-- out, which follows the persons named in a request (clause 68), and so is an Act of neither kind.
CREATE VIEW set_basis AS
SELECT s.set_no, s.citations,
       coalesce((SELECT group_concat(value, ';') FROM (
            SELECT value FROM json_each('["' || replace(s.ncnd_key, ';', '","') || '"]')
            WHERE s.regime <> 'FOIA' OR NOT (value = '40' OR value LIKE '40(%') ORDER BY value)), '') AS ncnd_key,
       coalesce((SELECT group_concat(section, ';') FROM (
            SELECT DISTINCT substr(c.citation, 1, instr(c.citation || '(', '(') - 1) AS section
            FROM exemption_citation c
            WHERE c.set_no = s.set_no AND (s.regime <> 'FOIA' OR NOT (c.citation = '40' OR c.citation LIKE '40(%'))
            ORDER BY section)), '') AS sections
FROM exemption_set s
WHERE s.regime <> 'other';

-- For rules about successive letters (clause 31): each letter with a date and a position that has
-- the position of the one before it, other stages of its own request left out, and how surely it
-- is the later one and the same advice, or none, was in force for both.
CREATE VIEW repeated_position AS
SELECT l.letter_no, l.before_no, l.force_no, l.tool_no, l.position_on_use AS position,
       l.set_no IS NOT e.set_no OR l.cites_apart OR e.cites_apart AS may_cite_otherwise,
       l.request_no <> e.request_no AS is_another_request, l.partial_ncnd, e.partial_ncnd AS partial_before,
       CASE WHEN p.letter_no IS NOT NULL THEN p.same_advice
            WHEN coalesce(lp.guidance_no, 0) <> coalesce(ep.guidance_no, 0) THEN NULL
            WHEN e.responded_latest < l.responded_earliest THEN 'certain'
            WHEN e.responded_earliest < l.responded_latest THEN 'possible' END AS same_advice
FROM letter l
CROSS JOIN letter e ON e.letter_no = l.before_no
CROSS JOIN response_meaning lm ON lm.response_no = l.response_no
CROSS JOIN response_meaning em ON em.response_no = e.response_no
CROSS JOIN profile lp ON lp.profile_no = lm.profile_no
CROSS JOIN profile ep ON ep.profile_no = em.profile_no
LEFT JOIN letter_pair p ON p.letter_no = l.letter_no AND p.before_no = l.before_no
WHERE e.position_on_use = l.position_on_use
  AND NOT (e.request_no = l.request_no AND e.stage_no <> l.stage_no);

-- For rules about the stages of one request (clauses 16, 59): the last letter of each stage with the
-- position of the stage before it, whether dated or not.
CREATE VIEW repeated_stage AS
WITH staged AS (          -- letters on requests that a force answered at more than one stage
    SELECT l.*, row_number() OVER (PARTITION BY l.force_no, l.tool_no, l.request_no, l.stage_no
                                   ORDER BY l.letter_no DESC) AS from_last
    FROM (SELECT DISTINCT force_no, tool_no, request_no FROM letter WHERE stage_no > 0) x
    CROSS JOIN letter l ON l.force_no = x.force_no AND l.tool_no = x.tool_no AND l.request_no = x.request_no
    WHERE l.position_on_use <> 'silent'
), line AS (
    SELECT letter_no, position_on_use, lag(letter_no) OVER w AS stage_before_no, lag(position_on_use) OVER w AS position_before
    FROM staged
    WHERE from_last = 1
    WINDOW w AS (PARTITION BY force_no, tool_no, request_no ORDER BY stage_no)
)
SELECT letter_no, stage_before_no AS before_no, position_on_use AS position
FROM line
WHERE position_on_use = position_before;

-- For T10 and T11 (clause 68): letters that repeat a position (across requests, an NCND on another
-- request under the same advice; across stages, at the next stage of one request), and what both rest
-- on. Where each letter's rows of that position cite one thing, that is one row; else there is a row
-- for each part of them (questions by topic, those of stages by their number) that cites one thing
-- on either side.
CREATE VIEW repeated_grounds AS
WITH pair AS (
    SELECT 'requests' AS across, letter_no, before_no, position
    FROM repeated_position
    WHERE position = 'ncnd' AND is_another_request AND may_cite_otherwise AND same_advice IS NOT NULL
    UNION ALL
    SELECT 'stages', letter_no, before_no, position
    FROM repeated_stage
), side AS (
    SELECT across, letter_no AS pair_no, letter_no, 'later' AS role, position FROM pair
    UNION ALL
    SELECT across, letter_no, before_no, 'earlier', position FROM pair
), cited AS MATERIALIZED ( -- what the rows of the letter's position rest on, part by part; a whole letter is 0
    SELECT s.across, s.pair_no, s.role,
           CASE WHEN r.question_no IS NULL THEN 0
                WHEN s.across = 'stages' THEN r.question_no
                ELSE (SELECT t.topic_no + 1 FROM topic t WHERE t.topic = a.topic) END AS part, r.response_no,
           CASE a.position WHEN s.position THEN b.set_no END AS set_no, b.citations, b.ncnd_key, b.sections,
           b.ncnd_key || iif(s.across = 'stages', '|' || b.sections, '') AS thing
    FROM side s
    CROSS JOIN response_meaning m ON m.letter_no = s.letter_no
    CROSS JOIN profile a ON a.profile_no = m.profile_no
    CROSS JOIN response r ON r.response_no = m.response_no
    LEFT JOIN set_basis b ON b.set_no = r.set_no
), known AS (             -- with the whole of what the letter cites as part -1
    SELECT across, pair_no, role, part, response_no, set_no, citations, ncnd_key, sections, thing FROM cited
    UNION ALL
    SELECT across, pair_no, role, -1, response_no, set_no, citations, ncnd_key, sections, thing FROM cited
), rests AS MATERIALIZED ( -- a part that cites nothing known, or two things, rests on nothing
    SELECT across, pair_no, role, part, count(DISTINCT CASE WHEN set_no THEN thing END) = 1 AS is_one,
           min(CASE WHEN set_no THEN response_no END) AS response_no,
           min(CASE WHEN set_no THEN citations END) AS citations,
           max(CASE WHEN set_no THEN ncnd_key END) AS ncnd_key, max(CASE WHEN set_no THEN sections END) AS sections
    FROM known
    GROUP BY across, pair_no, role, part
), compared AS (          -- whole letters, or part by part, each with what the whole-letter row says of it
    SELECT w.across, w.pair_no, w.part
    FROM rests w
    JOIN rests o ON o.across = w.across AND o.pair_no = w.pair_no AND o.role = 'earlier' AND o.part = -1
    WHERE w.role = 'later' AND w.part = -1 AND w.is_one AND o.is_one
    UNION
    SELECT p.across, p.pair_no, p.part
    FROM rests p
    JOIN rests w ON w.across = p.across AND w.pair_no = p.pair_no AND w.role = 'later' AND w.part = -1
    JOIN rests o ON o.across = p.across AND o.pair_no = p.pair_no AND o.role = 'earlier' AND o.part = -1
    WHERE p.part >= 0 AND NOT (w.is_one AND o.is_one)
)
SELECT c.across, c.pair_no AS letter_no, p.before_no, c.part, e.response_no AS before_response, l.response_no,
       e.citations AS citations_before, l.citations, e.ncnd_key AS ncnd_before, l.ncnd_key AS ncnd,
       e.sections AS sections_before, l.sections
FROM compared c
JOIN pair p ON p.across = c.across AND p.letter_no = c.pair_no
JOIN rests e ON e.across = c.across AND e.pair_no = c.pair_no AND e.role = 'earlier' AND e.part = coalesce((
        SELECT x.part FROM rests x WHERE x.across = c.across AND x.pair_no = c.pair_no AND x.role = 'earlier' AND x.part = c.part), 0)
JOIN rests l ON l.across = c.across AND l.pair_no = c.pair_no AND l.role = 'later' AND l.part = coalesce((
        SELECT x.part FROM rests x WHERE x.across = c.across AND x.pair_no = c.pair_no AND x.role = 'later' AND x.part = c.part), 0)
WHERE e.is_one AND l.is_one;

-- Rows with a letter that nobody and nothing has read.
CREATE VIEW v_unread_letters AS
SELECT w.response_no, w.response_id, w.text_file
FROM response r
CROSS JOIN response_wording w ON w.response_no = r.response_no
WHERE r.stance_no = (SELECT stance_no FROM stance WHERE stance = 'unread')
  AND (w.text IS NOT NULL OR w.text_file IS NOT NULL);

CREATE VIEW v_responses AS
SELECT r.response_no, w.response_id, f.force_id, q.request_id, qu.question_id, t.tool_id,
       coalesce(p.topic, tg.topic) AS topic, sg.stage, r.date_received, r.date_responded,
       s.stance, coalesce(p.position, s.position) AS position,
       CASE r.partial_ncnd WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS partial_ncnd,
       h.held_statement, us.held_statement AS use_statement, e.citations AS exemptions,
       CASE r.harm_test WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS harm_test,
       CASE r.public_interest_test WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS public_interest_test,
       a.applicant_kind, w.reference, w.link, w.text, w.text_file, w.source_url, r.retrieved_on, w.note,
       w.coded_by, w.coded_confidence, w.coded_words,
       p.superseded, p.acknowledged, g.guidance_id, p.conforms,
       (SELECT i.name FROM input_file i WHERE i.kind = 'responses') AS file, r.line,
       r.force_no, r.request_no, r.question_no, r.tool_no, m.letter_no, r.responded_earliest, r.responded_latest
FROM dated_response r
JOIN response_wording w ON w.response_no = r.response_no
JOIN force f ON f.force_no = r.force_no
JOIN request q ON q.request_no = r.request_no
JOIN tool t ON t.tool_no = r.tool_no
JOIN stance s ON s.stance_no = r.stance_no
JOIN stage sg ON sg.stage_no = r.stage_no
LEFT JOIN topic tg ON tg.topic_no = r.topic_no
LEFT JOIN question qu ON qu.question_no = r.question_no
LEFT JOIN held_statement h ON h.held_no = r.held_no
LEFT JOIN held_statement us ON us.held_no = r.use_no
LEFT JOIN exemption_set e ON e.set_no = r.set_no
LEFT JOIN applicant_kind a ON a.applicant_no = r.applicant_no
LEFT JOIN response_meaning m ON m.response_no = r.response_no
LEFT JOIN profile p ON p.profile_no = m.profile_no
LEFT JOIN guidance g ON g.guidance_no = p.guidance_no;

CREATE VIEW v_acknowledgements AS
SELECT a.acknowledgement_no, a.acknowledgement_id, iif(a.is_of_all, '*', f.force_id) AS force_id, c.collaboration_id, t.tool_id, a.topic, a.kind,
       a.publisher, a.date_published, a.date_withdrawn, a.summary, a.source_url, a.retrieved_on, a.note,
       i.name AS file, a.line, a.force_no, a.collaboration_no, a.tool_no, a.published_earliest, a.published_latest
FROM acknowledgement a
JOIN tool t ON t.tool_no = a.tool_no
JOIN input_file i ON i.file_no = a.file_no
LEFT JOIN force f ON f.force_no = a.force_no
LEFT JOIN collaboration c ON c.collaboration_no = a.collaboration_no;

CREATE VIEW v_rulings AS
SELECT k.ruling_no, k.ruling_id, k.body, k.reference, f.force_id, q.request_id, t.tool_id, k.date, k.outcome, k.about,
       k.provisions, k.ordered, k.summary, k.source_url, k.retrieved_on, i.name AS file, k.line,
       k.force_no, k.request_no, k.tool_no, k.date_earliest, k.date_latest
FROM ruling k
JOIN force f ON f.force_no = k.force_no
JOIN tool t ON t.tool_no = k.tool_no
JOIN input_file i ON i.file_no = k.file_no
LEFT JOIN request q ON q.request_no = k.request_no;

-- How old each public position is: the day of what it stands on, its year, and whether it is older than the audit
-- calls old (1, 0; NULL where its day is not known).
CREATE VIEW v_position_age AS
SELECT tool_no, force_no, day_earliest, day_latest,
       CASE WHEN day_latest IS NULL THEN NULL
            WHEN strftime('%Y', day_earliest * 86400, 'unixepoch') = strftime('%Y', day_latest * 86400, 'unixepoch')
                THEN strftime('%Y', day_latest * 86400, 'unixepoch')
            ELSE strftime('%Y', day_earliest * 86400, 'unixepoch') || '-' || strftime('%Y', day_latest * 86400, 'unixepoch') END AS year,
       date(day_latest * 86400, 'unixepoch') < date(as_of, '-' || old_after || ' years') AS is_old
FROM (SELECT p.tool_no, p.force_no, coalesce(a.published_earliest, l.responded_earliest) AS day_earliest,
             coalesce(a.published_latest, l.responded_latest) AS day_latest
      FROM public_position p
      LEFT JOIN acknowledgement a ON a.acknowledgement_no = p.acknowledgement_no
      LEFT JOIN letter l ON l.letter_no = p.letter_no)
CROSS JOIN audit;

-- OUTPUTS.md: silences.csv.
CREATE VIEW v_silences AS
SELECT t.tool_id, q.request_id, f.force_id, s.kind, k.word, coalesce(w.response_id, s.gone) AS response_ids,
       s.tool_no, s.request_no, s.force_no, k.place
FROM silence s
JOIN silence_kind k ON k.kind = s.kind
JOIN tool t ON t.tool_no = s.tool_no
JOIN force f ON f.force_no = s.force_no
LEFT JOIN request q ON q.request_no = s.request_no
LEFT JOIN response_wording w ON w.response_no = s.response_no;

-- OUTPUTS.md: matrix.csv.
CREATE VIEW v_matrix AS
SELECT f.force_id, t.tool_id, q.request_id, qu.question_id,
       iif(r.question_no IS u.question_no, p.topic, u.topic) AS topic, p.stage, r.date_responded,
       p.stance, p.partial_ncnd, c.position, iif(c.qualified, 'yes', 'no') AS qualified, p.acknowledged, g.guidance_id, g.expected_stance,
       iif(c.position = 'silent', 'not_applicable', p.conforms) AS conforms,
       (SELECT group_concat(finding_id, ';') FROM (
            SELECT DISTINCT fi.finding_id
            FROM finding_evidence e
            JOIN finding fi ON fi.finding_no = e.finding_no
            WHERE e.response_no = c.response_no
              AND (fi.question_no IS NULL OR fi.question_no IS u.question_no)
            ORDER BY fi.finding_id)) AS finding_ids,
       w.coded_by, CASE WHEN c.position = 'silent' THEN (SELECT s.silence FROM stance s WHERE s.stance = p.stance) END AS silence,
       c.unit_no, c.force_no, c.response_no
FROM cell c
JOIN response_wording w ON w.response_no = c.response_no
JOIN unit u ON u.unit_no = c.unit_no
JOIN force f ON f.force_no = c.force_no
JOIN tool t ON t.tool_no = u.tool_no
JOIN request q ON q.request_no = u.request_no
JOIN dated_response r ON r.response_no = c.response_no
JOIN response_meaning m ON m.response_no = c.response_no
JOIN profile p ON p.profile_no = m.profile_no
LEFT JOIN question qu ON qu.question_no = u.question_no
LEFT JOIN guidance g ON g.guidance_no = p.guidance_no;

-- What the coder remarked on the responses and acknowledgements of a finding.
CREATE VIEW v_notes AS
SELECT e.finding_no, 'response' AS kind, w.response_id AS id, w.note
FROM finding_evidence e
JOIN response_wording w ON w.response_no = e.response_no
WHERE w.note IS NOT NULL
UNION
SELECT e.finding_no, 'acknowledgement', a.acknowledgement_id, a.note
FROM finding_evidence e
JOIN acknowledgement a ON a.acknowledgement_no = e.acknowledgement_no
WHERE a.note IS NOT NULL;

-- OUTPUTS.md: findings.csv.
CREATE VIEW v_findings AS
SELECT fi.finding_no, fi.finding_id, fi.rule_id, r.name AS rule_name, fi.severity, fi.certainty, fi.status,
       coalesce(ch.change, '') AS change, f.force_id, t.tool_id, q.request_id, qu.question_id, fi.date,
       (SELECT group_concat(response_id, ';') FROM (
            SELECT DISTINCT w.response_id
            FROM finding_evidence e JOIN response_wording w ON w.response_no = e.response_no
            WHERE e.finding_no = fi.finding_no ORDER BY w.response_id)) AS response_ids,
       (SELECT group_concat(acknowledgement_id, ';') FROM (
            SELECT DISTINCT a.acknowledgement_id
            FROM finding_evidence e JOIN acknowledgement a ON a.acknowledgement_no = e.acknowledgement_no
            WHERE e.finding_no = fi.finding_no ORDER BY a.acknowledgement_id)) AS acknowledgement_ids,
       -- Without rulings or notes in the pack nobody looks for those of each finding.
       CASE WHEN EXISTS (SELECT 1 FROM ruling) THEN
           (SELECT group_concat(ruling_id, ';') FROM (
                SELECT DISTINCT k.ruling_id
                FROM finding_evidence e JOIN ruling k ON k.ruling_no = e.ruling_no
                WHERE e.finding_no = fi.finding_no ORDER BY k.ruling_id)) END AS ruling_ids,
       CASE WHEN EXISTS (SELECT 1 FROM response_wording WHERE note IS NOT NULL)
                 OR EXISTS (SELECT 1 FROM acknowledgement WHERE note IS NOT NULL) THEN
           (SELECT group_concat(id || ': ' || note, '; ') FROM (
                SELECT id, note FROM v_notes n WHERE n.finding_no = fi.finding_no ORDER BY n.kind DESC, n.id)) END AS notes,
       CASE WHEN EXISTS (SELECT 1 FROM response_wording WHERE coded_by <> 'undecided') THEN
           (SELECT group_concat(response_id, ';') FROM (
                SELECT DISTINCT w.response_id
                FROM finding_evidence e JOIN response_wording w ON w.response_no = e.response_no
                WHERE e.finding_no = fi.finding_no AND w.coded_by = 'machine' ORDER BY w.response_id)) END AS read_by_machine,
       fi.message, coalesce(fi.remedy, r.remedy) AS remedy,
       (SELECT group_concat(force_id, ';') FROM (
            SELECT pf.force_id
            FROM finding_party p JOIN force pf ON pf.force_no = p.force_no
            WHERE p.finding_no = fi.finding_no ORDER BY p.force_no)) AS parties,
       fi.parties_digest, r.basis, s.rank AS severity_rank, ch.reasons, ch.because, k.matter_id, fi.matter_no
FROM finding fi
JOIN rule r ON r.rule_id = fi.rule_id
JOIN severity s ON s.severity = fi.severity
LEFT JOIN matter k ON k.matter_no = fi.matter_no
LEFT JOIN finding_change ch ON ch.finding_id = fi.finding_id
LEFT JOIN force f ON f.force_no = fi.force_no
LEFT JOIN tool t ON t.tool_no = fi.tool_no
LEFT JOIN request q ON q.request_no = fi.request_no
LEFT JOIN question qu ON qu.question_no = fi.question_no;

-- Matters of the baseline of which nothing is left open.
CREATE VIEW resolved_matter AS
SELECT matter_id, place, severity, certainty, force_id, finding_ids, findings, message
FROM former_matter
WHERE outcome = 'resolved';

-- How the matters of the baseline and of now add up: then = resolved + joined + goes_on, and now =
-- new + altered + persisting = new + goes_on + split. No row without a baseline.
CREATE VIEW matter_accounting AS
SELECT (SELECT count(*) FROM former_matter) AS "before",
       (SELECT count(*) FROM matter_change) AS now,
       (SELECT count(*) FROM matter_change WHERE change = 'new') AS new,
       (SELECT count(*) FROM matter_change WHERE change = 'altered') AS altered,
       (SELECT count(*) FROM matter_change WHERE change = 'persisting') AS persisting,
       (SELECT count(*) FROM former_matter WHERE outcome = 'resolved') AS resolved,
       (SELECT count(*) FROM former_matter WHERE outcome = 'joined') AS joined,
       (SELECT count(*) FROM matter_change WHERE change <> 'new' AND was_matter_id IS NULL) AS split
FROM baseline;

-- Which matter is looked at first (SEMANTICS 78). Identifiers decide only between matters that are alike
-- in all that matters.
CREATE VIEW matter_order AS
SELECT m.matter_no,
       row_number() OVER (ORDER BY CASE ch.change WHEN 'new' THEN 1 WHEN 'altered' THEN 2 ELSE 3 END,
                                   m.matter_no IN (SELECT matter_no FROM matter_overtaken), s.rank DESC, f.certainty = 'possible',
                                   p.parties DESC, d.day IS NULL, d.day DESC, m.matter_no) AS place
FROM matter m
JOIN finding f ON f.finding_no = m.leading_no
JOIN severity s ON s.severity = f.severity
LEFT JOIN matter_change ch ON ch.matter_no = m.matter_no
LEFT JOIN (SELECT i.matter_no, count(DISTINCT x.force_no) AS parties
           FROM finding i
           CROSS JOIN finding_party x ON x.finding_no = i.finding_no
           WHERE i.matter_no IS NOT NULL
           GROUP BY i.matter_no) p ON p.matter_no = m.matter_no
LEFT JOIN (SELECT matter_no, max(day) AS day FROM finding WHERE matter_no IS NOT NULL GROUP BY matter_no) d
       ON d.matter_no = m.matter_no;

-- OUTPUTS.md: matters.csv.
CREATE VIEW v_matters AS
SELECT m.matter_id, m.place AS rank, f.severity, f.certainty, coalesce(ch.change, '') AS change,
       (SELECT group_concat(rule_id, ';') FROM (
            SELECT DISTINCT i.rule_id FROM finding i WHERE i.matter_no = m.matter_no ORDER BY i.rule_id)) AS rule_ids,
       fo.force_id,
       (SELECT group_concat(force_id, ';') FROM (
            SELECT DISTINCT pf.force_id
            FROM finding i JOIN finding_party p ON p.finding_no = i.finding_no JOIN force pf ON pf.force_no = p.force_no
            WHERE i.matter_no = m.matter_no ORDER BY pf.force_id)) AS parties,
       (SELECT group_concat(tool_id, ';') FROM (
            SELECT DISTINCT t.tool_id
            FROM finding i JOIN tool t ON t.tool_no = i.tool_no
            WHERE i.matter_no = m.matter_no ORDER BY t.tool_id)) AS tool_ids,
       (SELECT group_concat(request_id, ';') FROM (
            SELECT DISTINCT q.request_id
            FROM finding i JOIN request q ON q.request_no = i.request_no
            WHERE i.matter_no = m.matter_no ORDER BY q.request_id)) AS request_ids,
       (SELECT group_concat(question_id, ';') FROM (
            SELECT DISTINCT qu.question_id
            FROM finding i JOIN question qu ON qu.question_no = i.question_no
            WHERE i.matter_no = m.matter_no ORDER BY qu.question_id)) AS question_ids,
       (SELECT count(*) FROM finding i WHERE i.matter_no = m.matter_no) AS findings,
       (SELECT group_concat(finding_id, ';') FROM (
            SELECT i.finding_id
            FROM finding i JOIN matter k ON k.matter_no = i.matter_no
            WHERE i.matter_no = m.matter_no ORDER BY i.finding_no <> k.leading_no, i.rule_id, i.finding_id)) AS finding_ids,
       -- What was waived of it: of the rule, force, tool and request of one of its findings.
       (SELECT group_concat(finding_id, ';') FROM (
            SELECT DISTINCT w.finding_id
            FROM finding i
            JOIN finding w ON w.rule_id = i.rule_id AND w.force_no IS i.force_no AND w.tool_no IS i.tool_no AND w.request_no IS i.request_no
            WHERE i.matter_no = m.matter_no AND w.status = 'waived' ORDER BY w.finding_id)) AS waived_finding_ids,
       (SELECT count(DISTINCT rm.letter_no)
        FROM finding i JOIN finding_evidence e ON e.finding_no = i.finding_no JOIN response_meaning rm ON rm.response_no = e.response_no
        WHERE i.matter_no = m.matter_no) AS letters,
       (SELECT group_concat(response_id, ';') FROM (
            SELECT DISTINCT w.response_id
            FROM finding i JOIN finding_evidence e ON e.finding_no = i.finding_no JOIN response_wording w ON w.response_no = e.response_no
            WHERE i.matter_no = m.matter_no ORDER BY w.response_id)) AS response_ids,
       coalesce((SELECT r.date_responded
                 FROM finding i JOIN finding_evidence e ON e.finding_no = i.finding_no JOIN dated_response r ON r.response_no = e.response_no
                 WHERE i.matter_no = m.matter_no AND r.date_responded IS NOT NULL
                 ORDER BY r.responded_earliest, r.responded_latest LIMIT 1),
                (SELECT i.date FROM finding i WHERE i.matter_no = m.matter_no AND i.date IS NOT NULL ORDER BY i.day, i.date LIMIT 1)) AS first_date,
       (SELECT i.date FROM finding i WHERE i.matter_no = m.matter_no AND i.date IS NOT NULL ORDER BY i.day DESC, i.date DESC LIMIT 1) AS last_date,
       f.message, coalesce(f.remedy, r.remedy) AS remedy, s.rank AS severity_rank, f.finding_id AS leading_finding_id, f.rule_id,
       -- Letters that have overtaken those of its parties: it rests on no current position.
       (SELECT group_concat(response_id, ';') FROM (
            SELECT DISTINCT w.response_id
            FROM matter_overtaken v JOIN letter l ON l.letter_no = v.by_no JOIN response_wording w ON w.response_no = l.response_no
            WHERE v.matter_no = m.matter_no ORDER BY w.response_id)) AS overtaken_by,
       -- Who came and went since the baseline.
       (SELECT group_concat(force_id, ';') FROM (
            SELECT DISTINCT c.force_id
            FROM finding i JOIN party_change c ON c.finding_id = i.finding_id
            WHERE i.matter_no = m.matter_no AND c.move = 'joined' ORDER BY c.force_id)) AS parties_joined,
       (SELECT group_concat(force_id, ';') FROM (
            SELECT DISTINCT c.force_id
            FROM finding i JOIN party_change c ON c.finding_id = i.finding_id
            WHERE i.matter_no = m.matter_no AND c.move = 'left' ORDER BY c.force_id)) AS parties_left,
       r.title AS rule_title, m.matter_no, m.leading_no, f.force_no,
       -- Of the baseline: the one that goes on in it, and those that joined it.
       (SELECT group_concat(matter_id, ';') FROM (
            SELECT b.matter_id FROM former_matter b
            WHERE b.matter_no = m.matter_no ORDER BY b.outcome <> 'goes on', b.place)) AS was_matter_ids
FROM matter m
JOIN finding f ON f.finding_no = m.leading_no
JOIN rule r ON r.rule_id = f.rule_id
JOIN severity s ON s.severity = f.severity
LEFT JOIN force fo ON fo.force_no = f.force_no
LEFT JOIN matter_change ch ON ch.matter_no = m.matter_no;

-- A finding's evidence down to file, line and digest. `row_id` is the row's identity in
-- its file, as analyzer/compare knows it; `note` what the coder remarked on the row; coded_by 'machine'
-- where it was read from the letter and nobody has looked at it.
CREATE VIEW v_evidence AS
SELECT e.finding_no, e.role, 'response' AS kind, w.response_id AS id, f.force_id, r.date_responded AS date,
       s.stance || coalesce(', use_statement ' || nullif(us.held_statement, 'none'), '')
           || coalesce(', held_statement ' || nullif(h.held_statement, 'none'), '')
           || iif(r.partial_ncnd = 1, ', partial NCND', '') AS says,
       w.source_url, i.name AS file, r.line, i.sha256, i.kind AS file_kind, w.response_id AS row_id,
       w.note, w.coded_by, w.coded_confidence, w.coded_words, w.text_file
FROM finding_evidence e
JOIN dated_response r ON r.response_no = e.response_no
JOIN response_wording w ON w.response_no = r.response_no
JOIN force f ON f.force_no = r.force_no
JOIN stance s ON s.stance_no = r.stance_no
JOIN input_file i ON i.kind = 'responses'
LEFT JOIN held_statement h ON h.held_no = r.held_no
LEFT JOIN held_statement us ON us.held_no = r.use_no
UNION ALL
SELECT e.finding_no, e.role, 'acknowledgement', a.acknowledgement_id, coalesce(f.force_id, c.collaboration_id, '*'),
       a.date_published, a.kind, a.source_url, i.name, a.line, i.sha256, i.kind, a.acknowledgement_id,
       a.note, NULL, NULL, NULL, NULL
FROM finding_evidence e
JOIN acknowledgement a ON a.acknowledgement_no = e.acknowledgement_no
JOIN input_file i ON i.file_no = a.file_no
LEFT JOIN force f ON f.force_no = a.force_no
LEFT JOIN collaboration c ON c.collaboration_no = a.collaboration_no
UNION ALL
SELECT e.finding_no, e.role, 'guidance', g.guidance_id, NULL, date(g.effective_from_earliest * 86400, 'unixepoch'),
       g.title, g.source, i.name, g.line, i.sha256, i.kind, g.guidance_id, NULL, NULL, NULL, NULL, NULL
FROM finding_evidence e
JOIN guidance g ON g.guidance_no = e.guidance_no
JOIN input_file i ON i.file_no = g.file_no
UNION ALL
SELECT e.finding_no, e.role, 'circulation', q.request_id, f.force_id,
       date(c.received_latest * 86400, 'unixepoch'), 'received', NULL, i.name, c.line, i.sha256, i.kind,
       q.request_id || ' ' || f.force_id, NULL, NULL, NULL, NULL, NULL
FROM finding_evidence e
JOIN circulation c ON c.circulation_no = e.circulation_no
JOIN request q ON q.request_no = c.request_no
JOIN force f ON f.force_no = c.force_no
JOIN input_file i ON i.file_no = c.file_no
UNION ALL
SELECT e.finding_no, e.role, 'commitment', c.commitment_id, f.force_id,
       date(c.from_earliest * 86400, 'unixepoch'), c.title, c.source_url, i.name, c.line, i.sha256, i.kind,
       c.commitment_id || ' ' || coalesce(f.force_id, '*'), NULL, NULL, NULL, NULL, NULL
FROM finding_evidence e
JOIN commitment c ON c.commitment_no = e.commitment_no
JOIN input_file i ON i.file_no = c.file_no
LEFT JOIN force f ON f.force_no = c.force_no
UNION ALL
SELECT e.finding_no, e.role, 'membership', c.collaboration_id, f.force_id,
       date(m.from_earliest * 86400, 'unixepoch'), c.name, m.source_url, i.name, m.line, i.sha256, i.kind,
       c.collaboration_id || ' ' || f.force_id || coalesce(' ' || date(m.from_earliest * 86400, 'unixepoch'), ''), NULL, NULL, NULL, NULL, NULL
FROM finding_evidence e
JOIN membership m ON m.membership_no = e.membership_no
JOIN collaboration c ON c.collaboration_no = m.collaboration_no
JOIN force f ON f.force_no = m.force_no
JOIN input_file i ON i.file_no = m.file_no
UNION ALL
SELECT e.finding_no, e.role, 'exemption', x.citation, NULL, NULL, x.title, x.regime, i.name, x.line, i.sha256, i.kind,
       x.regime || ' ' || x.citation, NULL, NULL, NULL, NULL, NULL
FROM finding_evidence e
JOIN exemption x ON x.exemption_no = e.exemption_no
JOIN input_file i ON i.file_no = x.file_no
UNION ALL
SELECT e.finding_no, e.role, 'ruling', k.ruling_id, f.force_id, k.date,
       iif(k.body IN ('ico', 'sic'), upper(k.body), k.body) || coalesce(' ' || k.reference, '') || ': ' || k.outcome || ' on ' || k.about
           || coalesce(', ordered ' || k.ordered, ''),
       k.source_url, i.name, k.line, i.sha256, i.kind, k.ruling_id, NULL, NULL, NULL, NULL, NULL
FROM finding_evidence e
JOIN ruling k ON k.ruling_no = e.ruling_no
JOIN force f ON f.force_no = k.force_no
JOIN input_file i ON i.file_no = k.file_no;

-- The chain of a tool with what each step is, and with what it became inconsistent.
CREATE VIEW v_chain_steps AS
SELECT c.tool_no, c.step, t.tool_id, c.kind,
       coalesce(w.response_id, a.acknowledgement_id, k.ruling_id) AS id,
       coalesce(lf.force_id, af.force_id, ac.collaboration_id, kf.force_id, '*') AS force_id,
       coalesce(lf.name, af.name, ac.name, kf.name, 'all territorial forces') AS who,
       l.position_on_use AS position, q.request_id,
       CASE c.kind WHEN 'letter' THEN l.date_responded WHEN 'withdrawal' THEN a.date_withdrawn
                   WHEN 'ruling' THEN k.date ELSE a.date_published END AS date,
       c.day_earliest, c.day_latest, c.confirming, c.denying, c.ncnd, c.letter_no, c.acknowledgement_no, c.ruling_no,
       p.conforms, g.guidance_id
FROM chain_step c
JOIN tool t ON t.tool_no = c.tool_no
LEFT JOIN letter l ON l.letter_no = c.letter_no
LEFT JOIN force lf ON lf.force_no = l.force_no
LEFT JOIN request q ON q.request_no = l.request_no
LEFT JOIN response_wording w ON w.response_no = l.response_no
LEFT JOIN response_meaning m ON m.response_no = l.response_no
LEFT JOIN profile p ON p.profile_no = m.profile_no
LEFT JOIN guidance g ON g.guidance_no = p.guidance_no
LEFT JOIN acknowledgement a ON a.acknowledgement_no = c.acknowledgement_no
LEFT JOIN force af ON af.force_no = a.force_no
LEFT JOIN collaboration ac ON ac.collaboration_no = a.collaboration_no
LEFT JOIN ruling k ON k.ruling_no = c.ruling_no
LEFT JOIN force kf ON kf.force_no = k.force_no;

CREATE VIEW v_chain_conflicts AS
SELECT x.tool_no, x.step, x.kind, x.effect, x.other_side, x.forces, x.is_expected, x.certainty,
       o.step AS with_step, o.kind AS with_kind, o.id AS with_id, o.force_id AS with_force_id, o.who AS with_who,
       o.date AS with_date
FROM chain_conflict x
JOIN v_chain_steps o ON o.tool_no = x.tool_no AND o.step = x.with_step;

-- Every response, acknowledgement and ruling in order, tool by tool; undated ones first. A response
-- that gives its letter's position carries what the letter became inconsistent with.
CREATE VIEW v_timeline AS
SELECT r.responded_earliest AS day_earliest, r.responded_latest AS day_latest, r.date_responded AS date,
       'response' AS kind, w.response_id AS id, f.force_id, t.tool_id, q.request_id, qu.question_id,
       sg.stage, s.stance AS says, coalesce(p.position, '') AS position,
       c.step, c.confirming, c.denying, c.ncnd, w.source_url, t.tool_no,
       c.step IS NOT NULL AND l.response_no = r.response_no AS speaks, w.note, w.coded_by
FROM dated_response r
JOIN response_wording w ON w.response_no = r.response_no
JOIN force f ON f.force_no = r.force_no
JOIN tool t ON t.tool_no = r.tool_no
JOIN request q ON q.request_no = r.request_no
JOIN stance s ON s.stance_no = r.stance_no
JOIN stage sg ON sg.stage_no = r.stage_no
LEFT JOIN question qu ON qu.question_no = r.question_no
LEFT JOIN response_meaning m ON m.response_no = r.response_no
LEFT JOIN profile p ON p.profile_no = m.profile_no
LEFT JOIN letter l ON l.letter_no = m.letter_no
LEFT JOIN chain_step c ON c.letter_no = m.letter_no
UNION ALL
SELECT coalesce(c.day_earliest, a.published_earliest),
       coalesce(c.day_latest, iif(a.published_earliest IS NULL, NULL, a.published_latest)),
       CASE c.kind WHEN 'withdrawal' THEN a.date_withdrawn ELSE a.date_published END,
       coalesce(c.kind, 'acknowledgement'), a.acknowledgement_id,
       coalesce(f.force_id, o.collaboration_id, '*'), coalesce(ct.tool_id, t.tool_id), NULL, NULL, NULL,
       a.kind || ' by ' || a.publisher,
       CASE WHEN a.publisher = 'force' AND a.force_no IS NOT NULL AND coalesce(c.kind, '') <> 'withdrawal' THEN 'confirm' ELSE '' END,
       c.step, c.confirming, c.denying, c.ncnd, a.source_url, coalesce(ct.tool_no, t.tool_no), c.step IS NOT NULL,
       a.note, NULL
FROM acknowledgement a
JOIN tool t ON t.tool_no = a.tool_no
LEFT JOIN force f ON f.force_no = a.force_no
LEFT JOIN collaboration o ON o.collaboration_no = a.collaboration_no
LEFT JOIN chain_step c ON c.acknowledgement_no = a.acknowledgement_no
LEFT JOIN tool ct ON ct.tool_no = c.tool_no
UNION ALL
SELECT k.date_earliest, k.date_latest, k.date, 'ruling', k.ruling_id, f.force_id, coalesce(ct.tool_id, t.tool_id),
       q.request_id, NULL, NULL, k.body || ' ' || k.outcome || coalesce(', ordered ' || k.ordered, ''), '',
       c.step, c.confirming, c.denying, c.ncnd, k.source_url, coalesce(ct.tool_no, t.tool_no), c.step IS NOT NULL, NULL, NULL
FROM ruling k
JOIN force f ON f.force_no = k.force_no
JOIN tool t ON t.tool_no = k.tool_no
LEFT JOIN request q ON q.request_no = k.request_no
LEFT JOIN chain_step c ON c.ruling_no = k.ruling_no
LEFT JOIN tool ct ON ct.tool_no = c.tool_no;

CREATE VIEW v_public_positions AS
SELECT t.tool_id, f.force_id, f.name AS force, pp.position, a.acknowledgement_id, q.request_id, l.date_responded,
       iif(pp.qualified, 'yes', 'no') AS qualified, iif(pp.older_than_line, 'yes', 'no') AS older_than_line,
       pp.tool_no, pp.force_no, pp.acknowledgement_no, l.response_no
FROM public_position pp
JOIN tool t ON t.tool_no = pp.tool_no
JOIN force f ON f.force_no = pp.force_no
LEFT JOIN acknowledgement a ON a.acknowledgement_no = pp.acknowledgement_no
LEFT JOIN letter l ON l.letter_no = pp.letter_no
LEFT JOIN request q ON q.request_no = l.request_no;

CREATE VIEW v_changes AS
SELECT f.force_id, t.tool_id, c.kind, c.from_position, c.to_position, c.certainty, c.unexplained,
       qe.request_id AS earlier_request, e.date_responded AS earlier_date,
       ql.request_id AS later_request, l.date_responded AS later_date,
       c.force_no, c.tool_no, l.request_no AS later_request_no,
       e.response_no AS earlier_response_no, l.response_no AS later_response_no
FROM change c
JOIN force f ON f.force_no = c.force_no
JOIN tool t ON t.tool_no = c.tool_no
JOIN letter e ON e.letter_no = c.earlier_letter_no
JOIN letter l ON l.letter_no = c.later_letter_no
JOIN request qe ON qe.request_no = e.request_no
JOIN request ql ON ql.request_no = l.request_no;

CREATE VIEW v_units AS
SELECT q.request_id, qu.question_id, t.tool_id, u.topic, u.confirming, u.denying, u.qualified, u.ncnd, u.silent, u.unread,
       u.unit_no, u.request_no, u.question_no, u.tool_no
FROM unit u
JOIN request q ON q.request_no = u.request_no
JOIN tool t ON t.tool_no = u.tool_no
LEFT JOIN question qu ON qu.question_no = u.question_no;

CREATE VIEW v_letters AS
SELECT l.letter_no, f.force_id, t.tool_id, q.request_id, s.stage, l.date_responded, l.position_on_use,
       iif(l.qualified, 'yes', 'no') AS qualified, l.partial_ncnd, l.late,
       l.force_no, l.tool_no, l.request_no, l.response_no, l.responded_earliest, l.responded_latest
FROM letter l
JOIN force f ON f.force_no = l.force_no
JOIN tool t ON t.tool_no = l.tool_no
JOIN request q ON q.request_no = l.request_no
JOIN stage s ON s.stage_no = l.stage_no;

-- Of each force and tool the latest letter that takes a position on use, and whether it follows the advice of its own
-- day (SEMANTICS 80).
CREATE VIEW v_latest_letters AS
SELECT f.force_id, t.tool_id, q.request_id, w.response_id, l.date_responded, l.position_on_use AS position,
       iif(l.qualified, 'yes', 'no') AS qualified, p.conforms, g.guidance_id, l.letter_no, l.force_no, l.tool_no
FROM (SELECT max(letter_no) AS letter_no FROM letter WHERE speaks_for_request GROUP BY force_no, tool_no) n
JOIN letter l ON l.letter_no = n.letter_no
JOIN force f ON f.force_no = l.force_no
JOIN tool t ON t.tool_no = l.tool_no
JOIN request q ON q.request_no = l.request_no
JOIN response_wording w ON w.response_no = l.response_no
JOIN response_meaning m ON m.response_no = l.response_no
JOIN profile p ON p.profile_no = m.profile_no
LEFT JOIN guidance g ON g.guidance_no = p.guidance_no;

CREATE VIEW v_forces AS
SELECT force_no, force_id, name, aliases, nation, kind, regime, area_code, abbreviation, rocu FROM force;

CREATE VIEW v_tools AS
SELECT t.tool_no, t.tool_id, t.name, t.vendor, t.category,
       CASE t.covert_capable WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS covert_capable,
       CASE t.uses_ai WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS uses_ai, p.tool_id AS parent_tool_id
FROM tool t
LEFT JOIN tool p ON p.tool_no = t.parent_no;

CREATE VIEW v_requests AS
SELECT q.request_no, q.request_id, q.title, q.date_logged, q.scope, t.tool_id, q.summary, q.source_url
FROM request q
LEFT JOIN tool t ON t.tool_no = q.tool_no;

CREATE VIEW v_guidance AS
SELECT g.guidance_no, g.guidance_id, g.title, q.request_id, t.tool_id, g.condition, g.expected_stance,
       date(g.effective_from_earliest * 86400, 'unixepoch') AS effective_from,
       date(g.effective_to_latest * 86400, 'unixepoch') AS effective_to,
       CASE g.expected_partial_ncnd WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS expected_partial_ncnd,
       g.required_exemptions, g.source
FROM guidance g
LEFT JOIN request q ON q.request_no = g.request_no
LEFT JOIN tool t ON t.tool_no = g.tool_no;

CREATE VIEW v_memberships AS
SELECT m.membership_no, c.collaboration_id, c.name, f.force_id, date(m.from_earliest * 86400, 'unixepoch') AS date_from,
       date(m.to_latest * 86400, 'unixepoch') AS date_to, c.collaboration_no, m.force_no
FROM membership m
JOIN collaboration c ON c.collaboration_no = m.collaboration_no
JOIN force f ON f.force_no = m.force_no;

CREATE VIEW v_circulation AS
SELECT c.circulation_no, q.request_id, f.force_id, CASE c.received WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS received,
       date(c.received_latest * 86400, 'unixepoch') AS date_received, w.overdue, c.source_url, c.note, c.request_no, c.force_no
FROM circulation c
JOIN request q ON q.request_no = c.request_no
JOIN force f ON f.force_no = c.force_no
LEFT JOIN awaited w ON w.circulation_no = c.circulation_no;

CREATE VIEW v_commitments AS
SELECT c.commitment_no, c.commitment_id, c.title, coalesce(f.force_id, '*') AS force_id, c.applies_to,
       date(c.from_earliest * 86400, 'unixepoch') AS date_from, date(c.to_latest * 86400, 'unixepoch') AS date_to
FROM commitment c
LEFT JOIN force f ON f.force_no = c.force_no;

CREATE VIEW v_exemptions AS
SELECT exemption_no, regime, citation, title, kind, basis, is_ncnd, ncnd_of, harm_test_needed, pit_needed, notes
FROM exemption;

CREATE VIEW v_rejects AS
SELECT i.name AS file, r.line, r.column_name AS "column", r.code, r.value, r.message, r.suggestion
FROM reject r JOIN input_file i ON i.file_no = r.file_no;

-- Which findings a waiver is about: by id, or by rule and force (and request). The waiver of a
-- finding that is not of one force holds for the parties it was made for, and no others.
CREATE VIEW v_waiver_matches AS
SELECT waiver_no, finding_no, finding_id, parties, is_in_time AND parties = 'same' AS is_live -- clause 39
FROM (SELECT w.waiver_no, f.finding_no, f.finding_id,
             CASE WHEN lower(w.parties_digest) = f.parties_digest THEN 'same'
                  WHEN w.parties_digest IS NOT NULL THEN 'changed'
                  WHEN f.force_no IS NULL THEN 'not named'
                  ELSE 'same' END AS parties,
             w.expires_latest >= coalesce(a.as_of_day, w.expires_latest) AS is_in_time
      FROM (SELECT w.waiver_no, f.finding_no
            FROM waiver w
            JOIN finding f ON f.finding_id = w.finding_id
            UNION
            SELECT w.waiver_no, f.finding_no
            FROM waiver w
            JOIN finding f ON f.rule_id = upper(w.rule_id) AND f.force_no = w.force_no
            WHERE w.request_no IS NULL OR w.request_no = f.request_no) m
      JOIN waiver w ON w.waiver_no = m.waiver_no
      JOIN finding f ON f.finding_no = m.finding_no
      CROSS JOIN audit a);

CREATE VIEW v_audit AS   -- the day of the audit, for rules, which may not read the clock
SELECT pack, label, as_of, as_of_day FROM audit;

CREATE VIEW v_waivers AS
SELECT w.waiver_no, CASE
           WHEN w.finding_id IS NULL AND NOT EXISTS (SELECT 1 FROM rule r WHERE r.rule_id = upper(w.rule_id))
               THEN 'unknown-rule'
           WHEN w.expires_latest < a.as_of_day THEN 'expired'
           WHEN m.findings IS NULL THEN 'unmatched'
           WHEN m.unnamed = m.findings THEN 'parties-not-named'
           WHEN m.changed = m.findings THEN 'parties-changed'
           ELSE 'live' END AS state,
       coalesce(w.finding_id, upper(w.rule_id) || ' for ' || f.force_id || coalesce(' on ' || q.request_id, '')) AS what,
       coalesce(m.findings, 0) AS findings, m.finding_ids, w.severity AS was_severity,
       -- What it holds for and is graver now than what was accepted.
       (SELECT group_concat(finding_id, ';') FROM (
            SELECT x.finding_id
            FROM v_waiver_matches x
            JOIN finding fi ON fi.finding_no = x.finding_no
            JOIN severity is_now ON is_now.severity = fi.severity
            JOIN waiver y ON y.waiver_no = x.waiver_no
            JOIN severity was ON was.severity = y.severity
            WHERE x.waiver_no = w.waiver_no AND x.is_live AND is_now.rank > was.rank
            ORDER BY x.finding_id)) AS worse_finding_ids, w.reason, w.approved_by_role,
       date(w.expires_latest * 86400, 'unixepoch') AS expires_on, i.name AS file, w.file_no, w.line
FROM audit a
CROSS JOIN waiver w
JOIN input_file i ON i.file_no = w.file_no
LEFT JOIN force f ON f.force_no = w.force_no
LEFT JOIN request q ON q.request_no = w.request_no
LEFT JOIN (SELECT waiver_no, count(*) AS findings, sum(parties = 'not named') AS unnamed, sum(parties = 'changed') AS changed,
                  group_concat(finding_id, ';') AS finding_ids
           FROM (SELECT waiver_no, finding_id, parties FROM v_waiver_matches ORDER BY waiver_no, finding_id)
           GROUP BY waiver_no) m ON m.waiver_no = w.waiver_no;

-- What became of the findings and the inputs since the baseline; empty without one.
CREATE VIEW v_resolved AS
SELECT finding_id, rule_id, severity, certainty, force_id, tool_id, request_id, question_id, date, message, reasons, because
FROM resolved_finding;

CREATE VIEW v_input_changes AS
SELECT file_kind, row_id, change, force_id, tool_id, request_id, columns
FROM input_change;

-- The numbers (RISK.md), with identifiers. NULL is undefined, or kept from the public.
CREATE VIEW v_exposure AS
SELECT t.tool_id, e.confirming, e.denying, e.ncnd, e.p_use, e.users_low, e.users_high, e.decodability, e.is_decodable,
       e.prior_bits, e.posterior_bits, e.leaked_bits, e.min_entropy_leakage, e.draws, e.leaked_low, e.leaked_high,
       e.p_use_low, e.p_use_high, e.withheld, e.tool_no
FROM exposure e
JOIN tool t ON t.tool_no = e.tool_no;

CREATE VIEW v_accounting_band AS
SELECT t.tool_id, b.users, b.forces, b.confirming, b.denying, b.undetermined, b.p_use, b.map_bits, b.all_bits,
       b.denial_adds, b.p_after_confirmation, b.tool_no
FROM accounting_band b
JOIN tool t ON t.tool_no = b.tool_no;

CREATE VIEW v_exposure_swings AS
SELECT t.tool_id, p.name AS parameter, p.value, p.low, p.high, s.leaked_at_low, s.leaked_at_high, p.meaning, s.tool_no,
       p.parameter_no
FROM exposure_swing s
JOIN tool t ON t.tool_no = s.tool_no
JOIN parameter p ON p.parameter_no = s.parameter_no;

CREATE VIEW v_whatif AS
SELECT t.tool_id, f.force_id, w.from_position, w.to_position, w.others_ncnd, w.p_use_before, w.p_use_after, w.share_low, w.share_high,
       e.decodability AS decodability_before, w.decodability_after, e.leaked_bits AS leaked_before, w.leaked_after,
       w.others_bits, w.band_low, w.band_high, w.whatif_no, w.tool_no, w.force_no
FROM whatif w
JOIN tool t ON t.tool_no = w.tool_no
JOIN exposure e ON e.tool_no = w.tool_no
LEFT JOIN force f ON f.force_no = w.force_no;

CREATE VIEW v_corrections AS
SELECT c.correction_no, c.aim, t.tool_id, f.force_id, q.request_id, s.stage, l.date_responded, w.response_id,
       l.position_on_use AS position, c.to_position, c.before, c.after, c.tool_no, c.force_no, c.letter_no
FROM correction c
JOIN tool t ON t.tool_no = c.tool_no
JOIN force f ON f.force_no = c.force_no
JOIN letter l ON l.letter_no = c.letter_no
JOIN request q ON q.request_no = l.request_no
JOIN stage s ON s.stage_no = l.stage_no
JOIN response_wording w ON w.response_no = l.response_no;

-- 1 - product of (1 - weight) over the matters, about one tool or over all of a force's; `counts`
-- says which finding of a matter enters.
CREATE VIEW v_complaint_parts AS
SELECT f.force_id, t.tool_id, m.matter_id, fi.finding_id, fi.rule_id, fi.severity, fi.certainty, p.weight, p.counts,
       p.finding_no, p.force_no, p.tool_no, p.matter_no, m.place
FROM complaint_part p
JOIN matter m ON m.matter_no = p.matter_no
JOIN finding fi ON fi.finding_no = p.finding_no
JOIN force f ON f.force_no = p.force_no
LEFT JOIN tool t ON t.tool_no = p.tool_no;

CREATE VIEW v_complaint_risk AS
SELECT force_no, tool_no, 1 - exp(sum(ln(1 - weight))) AS complaint_risk, count(*) AS matters
FROM (SELECT force_no, tool_no, matter_no, max(weight) AS weight FROM complaint_part GROUP BY force_no, tool_no, matter_no)
GROUP BY force_no, tool_no;

CREATE VIEW v_complaint_risk_of_forces AS
SELECT f.force_id, f.name AS force, 1 - exp(sum(ln(1 - p.weight))) AS complaint_risk, count(*) AS matters, p.force_no
FROM complaint_part p
JOIN force f ON f.force_no = p.force_no
WHERE p.counts
GROUP BY p.force_no;

-- One row a force and tool that it has a letter, a public position or a finding about.
CREATE VIEW v_force_numbers AS
WITH named AS (
    SELECT force_no, tool_no FROM letter
    UNION SELECT force_no, tool_no FROM public_position
    UNION SELECT force_no, tool_no FROM complaint_part WHERE tool_no IS NOT NULL
),
letters AS (
    SELECT l.force_no, l.tool_no, count(*) AS letters, sum(l.position_on_use <> 'silent') AS with_position,
           sum(p.conforms IN ('yes', 'no')) AS judged, sum(p.conforms = 'yes') AS conforming
    FROM letter l
    JOIN response_meaning m ON m.response_no = l.response_no
    JOIN profile p ON p.profile_no = m.profile_no
    GROUP BY l.force_no, l.tool_no
),
matters AS (
    SELECT force_no, tool_no, sum(rank = 5) AS critical, sum(rank = 4) AS high, sum(rank = 3) AS medium, sum(rank = 2) AS low,
           sum(rank = 1) AS info
    FROM (SELECT f.force_no, f.tool_no, max(s.rank) AS rank -- of a matter the gravest finding about the tool
          FROM finding f JOIN severity s ON s.severity = f.severity
          WHERE f.matter_no IS NOT NULL AND f.force_no IS NOT NULL
          GROUP BY f.force_no, f.tool_no, f.matter_no)
    GROUP BY force_no, tool_no
)
SELECT f.force_id, t.tool_id, p.position AS public_position, iif(p.qualified, 'yes', 'no') AS qualified,
       CASE WHEN p.acknowledgement_no IS NOT NULL THEN 'acknowledgement' WHEN p.letter_no IS NOT NULL THEN 'letter' END
           AS stands_on,
       coalesce(l.letters, 0) AS letters, coalesce(l.with_position, 0) AS with_position,
       coalesce(l.judged, 0) AS judged, coalesce(l.conforming, 0) AS conforming,
       coalesce(i.critical, 0) AS critical, coalesce(i.high, 0) AS high, coalesce(i.medium, 0) AS medium,
       coalesce(i.low, 0) AS low, coalesce(i.info, 0) AS info,
       e.third_party, e.collaboration, e.p_use, coalesce(c.complaint_risk, 0) AS complaint_risk, coalesce(c.matters, 0) AS complaint_matters,
       CASE WHEN p.position IS NULL THEN coalesce(si.kind, 'unknown') END AS silence,
       n.force_no, n.tool_no
FROM named n
JOIN force f ON f.force_no = n.force_no
JOIN tool t ON t.tool_no = n.tool_no
LEFT JOIN public_position p ON p.force_no = n.force_no AND p.tool_no = n.tool_no
LEFT JOIN letters l ON l.force_no = n.force_no AND l.tool_no = n.tool_no
LEFT JOIN matters i ON i.force_no = n.force_no AND i.tool_no = n.tool_no
LEFT JOIN force_exposure e ON e.force_no = n.force_no AND e.tool_no = n.tool_no
LEFT JOIN v_complaint_risk c ON c.force_no = n.force_no AND c.tool_no = n.tool_no
LEFT JOIN silence si ON si.force_no = n.force_no AND si.tool_no = n.tool_no AND si.request_no = 0;

CREATE VIEW v_unit_agreement AS
SELECT q.request_id, qu.question_id, t.tool_id, u.topic, a.answers, u.confirming, u.denying, u.ncnd, a.modal_position,
       a.modal_share, a.modal_low, a.modal_high, a.agreement, a.entropy_bits, a.explained_bits, a.judged, a.conforming,
       a.conforming_low, a.conforming_high, a.conformance_agreement, u.unit_no, u.tool_no
FROM unit_agreement a
JOIN unit u ON u.unit_no = a.unit_no
JOIN request q ON q.request_no = u.request_no
JOIN tool t ON t.tool_no = u.tool_no
LEFT JOIN question qu ON qu.question_no = u.question_no;

CREATE VIEW v_tool_agreement AS
SELECT t.tool_id, a.orientation, a.measured_on, a.statistic, a.value, a.low, a.high, a.units, a.ratings, a.raters,
       a.undefined_resamples, a.undefined, a.tool_no
FROM tool_agreement a
JOIN tool t ON t.tool_no = a.tool_no;

CREATE VIEW v_change_tests AS
SELECT t.tool_id, c.test, c.compares, c.n, c.statistic, c.degrees, c.p, c.p_low, c.p_high, c.effect_name, c.effect,
       c.effect_low, c.effect_high, c.undefined, c.change_test_no, c.tool_no
FROM change_test c
JOIN tool t ON t.tool_no = c.tool_no;
