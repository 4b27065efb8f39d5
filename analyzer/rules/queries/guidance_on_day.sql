-- Guidance in force for a response in some reading of its dates.
SELECT DISTINCT d.guidance_no
FROM response_meaning m
JOIN profile_reading d ON d.profile_no = m.profile_no
WHERE m.response_no = :response_no AND d.guidance_no IS NOT NULL
ORDER BY d.guidance_no
