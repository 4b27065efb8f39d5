-- Where all the responses and acknowledgements that a finding rests on carry a caveat, its message
-- ends with their notes. Its certainty speaks of dates and stays.

-- The words as a pattern: with hyphens, spaces or in one; "not inferred" is no caveat.
CREATE TEMP TABLE caveat_pattern AS
SELECT '(?i)(?<!\bnot )\b(?:' || group_concat(replace(replace(word, '-', ' '), ' ', '[-\s]{0,3}+'), '|') || ')\b' AS pattern
FROM (SELECT word FROM caveat_word ORDER BY word);

CREATE TEMP TABLE caveated_response (response_no INTEGER PRIMARY KEY, note TEXT);
INSERT INTO caveated_response
SELECT w.response_no, w.note
FROM response_wording w
WHERE w.note IS NOT NULL AND w.note REGEXP (SELECT pattern FROM caveat_pattern);

CREATE TEMP TABLE caveated_acknowledgement (acknowledgement_no INTEGER PRIMARY KEY, note TEXT);
INSERT INTO caveated_acknowledgement
SELECT a.acknowledgement_no, a.note
FROM acknowledgement a
WHERE a.note IS NOT NULL AND a.note REGEXP (SELECT pattern FROM caveat_pattern);

CREATE TEMP TABLE caveat AS          -- of a finding all of whose evidence has one
SELECT e.finding_no, trim(replace(replace(replace(coalesce(r.note, a.note), char(13), ''), char(10), ' '), char(9), ' ')) AS note
FROM finding_evidence e
LEFT JOIN caveated_response r ON r.response_no = e.response_no
LEFT JOIN caveated_acknowledgement a ON a.acknowledgement_no = e.acknowledgement_no
WHERE e.finding_no IN (
    SELECT x.finding_no
    FROM finding_evidence x
    LEFT JOIN caveated_response p ON p.response_no = x.response_no
    LEFT JOIN caveated_acknowledgement k ON k.acknowledgement_no = x.acknowledgement_no
    WHERE x.response_no IS NOT NULL OR x.acknowledgement_no IS NOT NULL
    GROUP BY x.finding_no
    HAVING count(*) = sum(x.response_no IS p.response_no AND x.acknowledgement_no IS k.acknowledgement_no))
  AND coalesce(r.note, a.note) IS NOT NULL
GROUP BY 1, 2;

-- Of many the first three.
UPDATE finding
SET message = message || ' Caveat: ' || c.notes
FROM (SELECT finding_no, group_concat(shorten(note, 200), '; ') || iif(n > 3, ' and ' || (n - 3) || ' more', '') AS notes
      FROM (SELECT finding_no, note, row_number() OVER (PARTITION BY finding_no ORDER BY note) AS place,
                   count(*) OVER (PARTITION BY finding_no) AS n
            FROM caveat
            ORDER BY finding_no, note)
      WHERE place <= 3
      GROUP BY finding_no) c
WHERE c.finding_no = finding.finding_no;

DROP TABLE temp.caveat;
DROP TABLE temp.caveated_acknowledgement;
DROP TABLE temp.caveated_response;
DROP TABLE temp.caveat_pattern;
