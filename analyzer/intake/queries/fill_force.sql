-- SEMANTICS 46: from the reference data what the pack's forces.csv leaves out.
UPDATE force
SET area_code = coalesce(area_code, ?2),
    grid_row = CASE WHEN grid_col IS NULL THEN CAST(?4 AS INTEGER) ELSE grid_row END,
    grid_col = coalesce(grid_col, CAST(?3 AS INTEGER)),
    abbreviation = coalesce(abbreviation, ?5)
WHERE force_id = ?1;
