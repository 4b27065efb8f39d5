INSERT OR IGNORE INTO temp.new_row VALUES (?, ?, ?, ?, ?, ?)
