SELECT circulation_no, request_no, force_no, received_earliest, received_latest
FROM circulation
WHERE received = 1 AND received_earliest IS NOT NULL
ORDER BY circulation_no
