INSERT INTO force_exposure VALUES (?, ?, ?, ?, ?)
