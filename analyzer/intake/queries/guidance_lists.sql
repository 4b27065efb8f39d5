SELECT guidance_no, required_exemptions
FROM guidance
WHERE required_exemptions IS NOT NULL
ORDER BY guidance_no;
