-- The five that matter most: of each rule the first, the worst rules first.
SELECT finding_id, severity, certainty, message
FROM (
    SELECT f.finding_no, f.finding_id, f.severity, s.rank, f.certainty, f.rule_id, f.message,
           row_number() OVER (PARTITION BY f.rule_id
                              ORDER BY s.rank DESC, f.certainty, f.finding_no) AS place
    FROM finding f
    JOIN severity s ON s.severity = f.severity
    WHERE f.status = 'open'
)
WHERE place = 1
ORDER BY rank DESC, certainty, rule_id
LIMIT 5
