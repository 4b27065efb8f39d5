-- The same maps with the boundaries of the police force areas, where they were given.
INSERT INTO page_chart
SELECT place, 'boundary-map-' || file_name, 'boundary-map', tool_no, request_no, title, subtitle,
       'Map of the police force areas, with London enlarged. ' || sentence,
       source || '. Boundaries: Office for National Statistics licensed under the Open Government Licence v.3.0. '
           || 'Contains OS data © Crown copyright and database right. Northern Ireland: contains LPS Intellectual Property'
FROM page_map
WHERE EXISTS (SELECT 1 FROM boundary_ring);
