-- workbook.xlsx as a whole. The file's date is that of the audit, never of the clock; 0
-- would mean the clock to the library, so an audit without a date is of 1980, as its ZIP says.
SELECT 'Consistency audit of ' || pack AS title, marking, coalesce(nullif(as_of_day, 0), 3652) * 86400 AS created,
       coalesce(marking || '. ', '') || coalesce(label || '. ', '') || 'Made by Concord ' || version
       || coalesce(', as of ' || as_of, '') || '.' AS comments
FROM audit
ORDER BY only_one;
