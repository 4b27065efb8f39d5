SELECT coalesce(max(finding_no), 0) FROM finding
