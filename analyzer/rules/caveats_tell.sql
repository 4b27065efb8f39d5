-- Where all the responses and acknowledgements that a finding rests on carry a caveat, its message
-- ends with what these notes say. Its certainty speaks of dates and stays.

-- All patterns as one. A space in one is a hyphen, spaces or nothing. What takes a caveat back goes
-- first and is passed over: "not in any way inferred", "no line of it was cut off", "neither guessed
-- nor assumed", "inferred: nothing", "inference was not needed"; "not only inferred" takes nothing back.
CREATE TEMP TABLE caveat_search AS
SELECT '(?i)(?(DEFINE)(?<caveat>\b(?:' || group_concat(replace(pattern, ' ', '[-\s]{0,3}+'), '|') || ')(?!(?<=\w)\w))'
       || '(?<be>\b(?:is|are|was|were|(?:has|have|had)\s+been)\b)'
       || '(?<idle>(?:\s+(?:an?|any|anything|all|as|at|be|been|being|by|can|copied|even|ever|form|from|has|have|having|here|in|is|are|it|its|longer|made|means|need|of|on|or|our|part|really|taken|the|them|there|these|this|to|was|were|way|written)\b){0,6}))'
       || '\b(?:(?:not|never|without|neither|nor|no|nothing|none|cannot|\w+n[''’]t|rather\s+than|instead\s+of|free\s+(?:of|from))\b(?&idle)'
       || '|(?:no|nothing|none)(?:\s+(?!(?:and|but|so|that|which|who|whether)\b)(?!(?&be))\w+){1,5}\s+(?&be))'
       || '\s+(?&caveat)(?:(?:\s*,\s*(?&caveat))*\s*,?\s+n?or\b(?&idle)\s+(?&caveat))?(*SKIP)(*FAIL)'
       || '|(?&caveat)(?!\s*[:=?]\s*(?:no|none|nothing|nil|false)\b|\s+(?&be)\s+(?:not|never|avoided|unnecessary)\b)' AS pattern
FROM (SELECT pattern FROM caveat_pattern ORDER BY pattern);

-- Each note that holds one, on one line.
CREATE TEMP TABLE caveated_response (response_no INTEGER PRIMARY KEY, note TEXT);
INSERT INTO temp.caveated_response
SELECT response_no, trim(replace(replace(replace(note, char(13), ''), char(10), ' '), char(9), ' '))
FROM response_wording
WHERE note IS NOT NULL AND note REGEXP (SELECT pattern FROM caveat_search);

CREATE TEMP TABLE caveated_acknowledgement (acknowledgement_no INTEGER PRIMARY KEY, note TEXT);
INSERT INTO temp.caveated_acknowledgement
SELECT acknowledgement_no, trim(replace(replace(replace(note, char(13), ''), char(10), ' '), char(9), ' '))
FROM acknowledgement
WHERE note IS NOT NULL AND note REGEXP (SELECT pattern FROM caveat_search);

-- Findings all of whose evidence has one, and what it says.
CREATE TEMP TABLE caveated_finding (finding_no INTEGER PRIMARY KEY);
INSERT INTO temp.caveated_finding
SELECT e.finding_no
FROM finding_evidence e
LEFT JOIN caveated_response r ON r.response_no = e.response_no
LEFT JOIN caveated_acknowledgement a ON a.acknowledgement_no = e.acknowledgement_no
WHERE e.response_no IS NOT NULL OR e.acknowledgement_no IS NOT NULL
GROUP BY e.finding_no
HAVING count(*) = sum(e.response_no IS r.response_no AND e.acknowledgement_no IS a.acknowledgement_no);

CREATE TEMP TABLE caveat AS
SELECT e.finding_no, r.note
FROM caveated_finding f
CROSS JOIN finding_evidence e ON e.finding_no = f.finding_no
CROSS JOIN caveated_response r ON r.response_no = e.response_no
UNION
SELECT e.finding_no, a.note
FROM caveated_finding f
CROSS JOIN finding_evidence e ON e.finding_no = f.finding_no
CROSS JOIN caveated_acknowledgement a ON a.acknowledgement_no = e.acknowledgement_no;

-- Of a note the clauses, up to a semicolon or a full stop, that hold such a word; of many notes
-- the first three.
UPDATE finding
SET message = message || ' Caveat: ' || c.notes
FROM (SELECT finding_no, group_concat(shorten(clauses, 300), '; ') || iif(n > 3, ' and ' || (n - 3) || ' more', '') AS notes
      FROM (SELECT finding_no, note,
                   coalesce((SELECT group_concat(trim(p.value), '; ')
                             FROM json_each('[' || replace(replace(json_quote(note), '; ', '","'), '. ', '","') || ']') p
                             WHERE p.value REGEXP (SELECT pattern FROM caveat_search)), note) AS clauses,
                   row_number() OVER (PARTITION BY finding_no ORDER BY note) AS place,
                   count(*) OVER (PARTITION BY finding_no) AS n
            FROM caveat
            ORDER BY finding_no, note)
      WHERE place <= 3
      GROUP BY finding_no) c
WHERE c.finding_no = finding.finding_no;

DROP TABLE temp.caveat;
DROP TABLE temp.caveated_finding;
DROP TABLE temp.caveated_response;
DROP TABLE temp.caveated_acknowledgement;
DROP TABLE temp.caveat_search;
