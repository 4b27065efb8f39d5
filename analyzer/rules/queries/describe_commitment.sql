SELECT commitment_id, title, from_earliest, from_latest, '', '', '' FROM commitment WHERE commitment_no = ?
