-- What the parts of one dossier share; made anew for each. Needs 01-page.sql, 02-states.sql, 04-forces.sql, 09-dossier.sql.
DELETE FROM temp.dossier_tool;
DELETE FROM temp.dossier_age;
DELETE FROM temp.dossier_letter;
DELETE FROM temp.dossier_record;
DELETE FROM temp.dossier_finding;
DELETE FROM temp.dossier_matter;
DELETE FROM temp.dossier_counter;
DELETE FROM temp.dossier_date;
DELETE FROM temp.dossier_room;
DELETE FROM temp.dossier_reading;
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

-- The force's letters about these tools, in order of time; one without a day stands where it may have been written first.
INSERT INTO temp.dossier_letter (letter_no, response_no, tool_no, request_no, is_on_request, n, later)
SELECT l.letter_no, l.response_no, l.tool_no, l.request_no,
       iif(l.request_no = s.request_no, 1, NULL) AS is_on_request,
       row_number() OVER w AS n, count(*) OVER () - row_number() OVER w AS later
FROM dossier_subject s
JOIN letter l ON l.force_no = s.force_no
JOIN dossier_tool t ON t.tool_no = l.tool_no
JOIN request q ON q.request_no = l.request_no
WINDOW w AS (ORDER BY coalesce(l.responded_latest, l.received_earliest, q.logged_earliest, -2000000), l.responded_latest IS NULL, t.tool_id, l.letter_no);

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
