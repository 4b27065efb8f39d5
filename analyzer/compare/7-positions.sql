-- Forces whose public position on a tool moved between the two audits.
INSERT OR IGNORE INTO position_move (force_id, tool_id, from_position, to_position, from_id, from_date, from_request_id, to_id, to_date,
                                     to_request_id)
SELECT f.force_id, t.tool_id, o.position, n.position,
       coalesce(oa.acknowledgement_id, ow.response_id, ''), coalesce(oa.date_published, ol.date_responded), oq.request_id,
       coalesce(na.acknowledgement_id, nw.response_id, ''), coalesce(na.date_published, nl.date_responded), nq.request_id
FROM main.public_position n
JOIN main.force f ON f.force_no = n.force_no
JOIN main.tool t ON t.tool_no = n.tool_no
JOIN old.force of ON of.force_id = f.force_id
JOIN old.tool ot ON ot.tool_id = t.tool_id
JOIN old.public_position o ON o.force_no = of.force_no AND o.tool_no = ot.tool_no AND o.position <> n.position
LEFT JOIN main.acknowledgement na ON na.acknowledgement_no = n.acknowledgement_no
LEFT JOIN main.letter nl ON nl.letter_no = n.letter_no
LEFT JOIN main.response_wording nw ON nw.response_no = nl.response_no
LEFT JOIN main.request nq ON nq.request_no = nl.request_no
LEFT JOIN old.acknowledgement oa ON oa.acknowledgement_no = o.acknowledgement_no
LEFT JOIN old.letter ol ON ol.letter_no = o.letter_no
LEFT JOIN old.response_wording ow ON ow.response_no = ol.response_no
LEFT JOIN old.request oq ON oq.request_no = ol.request_no;
