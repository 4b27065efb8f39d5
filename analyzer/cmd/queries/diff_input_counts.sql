SELECT file_kind || '.csv', sum(change = 'added'), sum(change = 'changed'), sum(change = 'withdrawn')
FROM input_change
GROUP BY file_kind
ORDER BY file_kind NOT IN ('responses', 'acknowledgements', 'guidance'), file_kind
