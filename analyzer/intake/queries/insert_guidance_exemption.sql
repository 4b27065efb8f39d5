INSERT INTO guidance_exemption (guidance_no, citation) VALUES (?1, ?2);
