UPDATE parameter SET value = ?2, low = min(low, ?2), high = max(high, ?2) WHERE parameter_no = ?1
