-- SEMANTICS 51: a letter is not older than its receipt, and not younger than the day on which
-- it was read. Rows are one letter by date_responded as written; -2000000 and 4000000 are open
-- ends. Only rows that are not dated to the day are looked at.
CREATE TEMP TABLE inexact_letter AS
SELECT response_no, line, written_earliest, written_latest, earliest, latest,
       CASE WHEN earliest <= coalesce(written_earliest, -2000000) AND latest >= coalesce(written_latest, 4000000) THEN NULL
            WHEN earliest > latest THEN 'kept'
            WHEN written_earliest IS NOT NULL THEN 'cut'
            WHEN earliest > -2000000 AND latest < 4000000 AND latest - earliest <= 366 THEN 'given'
            ELSE 'open' END AS bounds
FROM (SELECT r.response_no, line, responded_earliest AS written_earliest, responded_latest AS written_latest,
             max(coalesce(responded_earliest, -2000000), coalesce(max(received_earliest) OVER letter, -2000000)) AS earliest,
             min(coalesce(responded_latest, 4000000), coalesce(min(retrieved_latest) OVER letter, 4000000)) AS latest
      FROM temp.inexact_response i
      CROSS JOIN response r ON r.response_no = i.response_no
      WINDOW letter AS (PARTITION BY force_no, request_no, stage_no, responded_earliest, responded_latest));

UPDATE response
SET bounds = b.bounds,
    written_earliest = b.written_earliest,
    written_latest = b.written_latest,
    responded_earliest = CASE b.bounds WHEN 'open' THEN NULL WHEN 'kept' THEN b.written_earliest ELSE b.earliest END,
    responded_latest = CASE b.bounds WHEN 'open' THEN NULL WHEN 'kept' THEN b.written_latest ELSE b.latest END,
    open_earliest = iif(b.bounds = 'open', b.earliest, NULL),
    open_latest = iif(b.bounds = 'open', b.latest, NULL)
FROM temp.inexact_letter b
WHERE b.response_no = response.response_no AND b.bounds IS NOT NULL;
