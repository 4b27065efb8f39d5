INSERT INTO public_position VALUES (?, ?, ?, ?, ?)
