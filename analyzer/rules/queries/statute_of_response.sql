-- The rows of the statute under which the citations of a response fall.
SELECT DISTINCT c.exemption_no
FROM response r
JOIN exemption_citation c ON c.set_no = r.set_no
WHERE r.response_no = :response_no AND c.exemption_no IS NOT NULL
ORDER BY c.exemption_no
