SELECT guidance_id, title, effective_from_earliest, effective_from_latest, '', '', '' FROM guidance WHERE guidance_no = ?
