INSERT INTO force
    (force_id, name, aliases, nation, kind, regime, area_code, grid_col, grid_row, abbreviation,
     rocu, file_no, line)
VALUES (:force_id, :name, :aliases, :nation, :kind, :regime, :area_code, :grid_col, :grid_row,
        :abbreviation, :rocu, :file_no, :line);
