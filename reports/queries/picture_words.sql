-- What stands inside every picture that stands alone
SELECT coalesce(marking, '') AS marking,
       'Concord ' || version || ', ' || coalesce('as of ' || as_of, 'no date in the data')
           || CASE WHEN label IS NULL THEN '' ELSE '. ' || label END AS made_as_of,
       coalesce(replace(as_of, '-', ''), '20000101') AS day
FROM audit;
