-- Days off: those of Scotland, or of any part of the United Kingdom.
SELECT DISTINCT day FROM bank_holiday WHERE :scotland_only = 0 OR division = 'scotland' ORDER BY day
