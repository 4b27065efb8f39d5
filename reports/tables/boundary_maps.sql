-- For each stance map one with the boundaries of the police force areas that were given.
INSERT INTO page_chart
SELECT place, 'boundary-map-' || substr(chart, length('stance-map-') + 1), 'boundary-map', tool_no, request_no, title, subtitle,
       replace(sentence, 'Tile map of the forces.', 'Map of the police force areas, with London enlarged.'),
       source || '. Boundaries: Office for National Statistics licensed under the Open Government Licence v.3.0. '
           || 'Contains OS data © Crown copyright and database right. Northern Ireland: contains LPS Intellectual Property'
FROM page_chart
WHERE kind = 'stance-map';
