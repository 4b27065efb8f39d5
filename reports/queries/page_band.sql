-- Scenarios of one tool: both ends, and every fifth number between
SELECT users, coalesce(fixed(100 * p_use, 1) || ' %', '-') AS chance, coalesce(fixed(map_bits, 1), '-') AS map_bits,
       fixed(all_bits, 1) AS all_bits, coalesce('+' || fixed(100 * denial_adds, 2), '-') AS denial_adds,
       coalesce(fixed(100 * p_after_confirmation, 1) || ' %', '-') AS after_confirmation
FROM (SELECT *, min(users) OVER () AS least, max(users) OVER () AS most FROM accounting_band WHERE tool_no = :tool_no)
WHERE users IN (least, most) OR (users % 5 = 0)
ORDER BY users
LIMIT 12;
