-- Used by bounds.c.

-- name: letters_out_of_bounds
-- Rows that bound_letters.sql kept as they were written.
SELECT k.n, k.line, r.date_received, r.date_responded, r.retrieved_on
FROM (SELECT count(*) AS n, min(line) AS line, min(response_no) FILTER (WHERE is_first) AS response_no
      FROM (SELECT response_no, line, line = min(line) OVER () AS is_first FROM temp.inexact_letter WHERE bounds = 'kept')) k
JOIN dated_response r ON r.response_no = k.response_no;

-- name: ends_of_letters
-- The last two days on which letters not dated to the day end, as far as they are dated at all.
SELECT DISTINCT iif(bounds IS 'cut', latest, written_latest) AS day
FROM temp.inexact_letter
WHERE written_latest IS NOT NULL
ORDER BY 1 DESC
LIMIT 2;

-- name: drop_inexact_letters
DROP TABLE temp.inexact_letter;

-- name: lonely_day
-- Is :day, the last of the dates that decide as-of, later by more than :far days than every other
-- date of the pack, held by one letter, or one row of another file, beside at least two others
-- that hold a date (SEMANTICS 66)?
WITH letter_day AS (
    SELECT force_no || ' ' || request_no || ' ' || stage_no || ' '
               || coalesce(iif(bounds IS NULL, responded_earliest, written_earliest), '') || ' '
               || coalesce(iif(bounds IS NULL, responded_latest, written_latest), '') AS holder,
           iif(bounds IS 'given', NULL, responded_earliest) AS responded_earliest,
           iif(bounds IS 'given', NULL, responded_latest) AS responded_latest, received_earliest, received_latest
    FROM response
), held AS (
    SELECT holder, responded_earliest AS earliest, responded_latest AS latest FROM letter_day WHERE responded_latest IS NOT NULL
    UNION ALL
    SELECT holder, received_earliest, received_latest FROM letter_day WHERE received_latest IS NOT NULL
    UNION ALL
    SELECT 'a' || acknowledgement_no, published_earliest, published_latest FROM acknowledgement WHERE published_earliest IS NOT NULL
    UNION ALL
    SELECT 'c' || circulation_no, received_earliest, received_latest FROM circulation WHERE received_latest IS NOT NULL
    UNION ALL
    SELECT 'r' || request_no, logged_earliest, logged_earliest FROM request WHERE logged_earliest IS NOT NULL
), other AS (
    SELECT latest AS day FROM held WHERE latest < :day
    UNION ALL
    SELECT retrieved_latest FROM response
    UNION ALL
    SELECT retrieved_latest FROM acknowledgement
    UNION ALL
    SELECT retrieved_latest FROM ruling
    UNION ALL
    SELECT effective_from_latest FROM guidance
    UNION ALL
    SELECT from_latest FROM commitment
    UNION ALL
    SELECT date_latest FROM ruling
)
SELECT (SELECT count(DISTINCT holder) = 1 AND min(earliest) > (SELECT max(day) FROM other) + :far
        FROM held WHERE latest = :day)
       AND (SELECT count(DISTINCT holder) >= 3 FROM held) AS is_slip;
