-- Acknowledgements of one level that may have been in force on the day of a response.
SELECT DISTINCT a.acknowledgement_no
FROM response r
JOIN acknowledgement_for a ON a.force_no = r.force_no AND a.tool_no = r.tool_no
WHERE r.response_no = :response_no AND a.level = :level
  AND a.possible_from <= coalesce(r.responded_latest, 4000000)
  AND a.possible_to >= coalesce(r.responded_earliest, -2000000)
ORDER BY a.acknowledgement_no
