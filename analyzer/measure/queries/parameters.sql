SELECT value, low, high FROM parameter ORDER BY parameter_no
