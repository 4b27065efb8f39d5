-- The dossiers
SELECT p.force_no, p.force_id, p.anchor, p.name AS force, f.abbreviation, f.rocu,
       CASE f.nation WHEN 'england' THEN 'England' WHEN 'wales' THEN 'Wales' WHEN 'scotland' THEN 'Scotland'
                     WHEN 'northern-ireland' THEN 'Northern Ireland' WHEN 'uk' THEN 'United Kingdom' ELSE f.nation END AS nation,
       f.regime, nullif(p.letters, 0) AS letters, nullif(p.acknowledgements, 0) AS acknowledgements, nullif(p.findings, 0) AS findings,
       nullif(max(p.letters - 60, 0), 0) AS further_letters,
       nullif((SELECT count(*) FROM temp.page_finding_force a WHERE a.force_id = p.force_id), 0) AS findings_shown
FROM temp.page_force p
JOIN force f ON f.force_no = p.force_no
ORDER BY p.place;
