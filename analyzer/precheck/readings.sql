-- Used by readings.c.

-- name: precheck_turning_words
-- What decides in the letter, where it can be read in two ways; of words within others the longer.
SELECT a.act, a.begins, a.ends, a.words
FROM letter_act a
WHERE a.why_not IS NULL AND a.weight = 'decisive' AND a.zone NOT IN ('harm', 'public_interest', 'balance')
  AND NOT EXISTS (SELECT 1 FROM letter_act o
                  WHERE o.why_not IS NULL AND o.weight = 'decisive' AND o.begins <= a.begins AND o.ends >= a.ends
                    AND o.ends - o.begins > a.ends - a.begins)
GROUP BY a.begins, a.ends
ORDER BY a.begins, a.ends
LIMIT 6;
