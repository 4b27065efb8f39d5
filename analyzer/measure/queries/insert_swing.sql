INSERT INTO exposure_swing VALUES (?, ?, ?, ?)
