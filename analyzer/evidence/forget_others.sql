-- What was remarked on a row of another force's is no business of whoever gets the bag. In the copy of the audit alone.
UPDATE response_wording SET note = NULL
WHERE note IS NOT NULL
  AND response_no IN (SELECT r.response_no FROM temp.bag_scope s CROSS JOIN response r ON r.force_no <> s.force_no);
UPDATE acknowledgement SET note = NULL
WHERE note IS NOT NULL AND force_no IS NOT NULL AND force_no <> (SELECT force_no FROM temp.bag_scope);
