-- workbook.xlsx: the lines of the cover below its title, above the contents
WITH counted AS (
    SELECT (SELECT count(*) FROM response) AS responses,
           (SELECT count(*) FROM force f WHERE EXISTS (SELECT 1 FROM letter l WHERE l.force_no = f.force_no)) AS forces,
           (SELECT count(*) FROM acknowledgement) AS acknowledgements,
           (SELECT count(*) FROM finding WHERE status = 'open' AND certainty = 'possible') AS possible,
           (SELECT count(*) FROM finding WHERE status = 'waived') AS waived
), severities AS (
    SELECT group_concat(n || ' ' || severity, ', ') AS words
    FROM (SELECT s.severity, count(f.finding_no) AS n
          FROM severity s
          LEFT JOIN finding f ON f.severity = s.severity AND f.status = 'open'
          GROUP BY s.severity
          ORDER BY s.rank DESC)
), lines(place, line) AS (
    SELECT 1, label FROM audit
    UNION ALL
    SELECT 2, iif(as_of IS NULL, 'There is no date at all in the data.',
                  'As of ' || as_of || ', ' || iif(as_of_given, 'the date asked for.', 'the latest date in the data.'))
    FROM audit
    UNION ALL
    SELECT 3, responses || plural(responses, ' response', ' responses') || ' of ' || forces
              || plural(forces, ' force, ', ' forces, ') || acknowledgements
              || plural(acknowledgements, ' acknowledgement.', ' acknowledgements.')
    FROM counted
    UNION ALL
    SELECT 4, 'Open findings: ' || words || iif(possible > 0, ' (' || possible || ' of them possible, not certain)', '')
              || '; waived: ' || waived || '.'
    FROM severities, counted
    UNION ALL
    SELECT 5, iif(audience = 'public', 'Made for the public: figures that would point at single forces are left out.',
                  'Made for internal use: it holds figures about single forces.')
    FROM measure_setting
    UNION ALL
    SELECT 6, 'The figures measure what the published answers give away, not who uses a tool.'
    UNION ALL
    SELECT 7, 'Made by Concord ' || version || '. The same tables as CSV stand beside this file; report.html tells the story.'
    FROM audit
)
SELECT line
FROM lines
WHERE line IS NOT NULL
ORDER BY place;
