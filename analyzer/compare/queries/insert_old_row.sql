INSERT OR IGNORE INTO temp.old_row VALUES (?, ?, ?, ?, ?, ?)
