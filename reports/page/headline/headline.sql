-- name: page_split
-- Where no advice judges the answers: what is said about each of the most answered tools
SELECT sentence FROM temp.tool_headline ORDER BY place LIMIT 2;

-- name: page_departing
-- The latest answers that depart from the advice of their day, the first six forces
SELECT d.force, p.anchor, CASE WHEN row_number() OVER (ORDER BY d.force, d.force_no) > 1 THEN 1 END AS before
FROM (SELECT DISTINCT force_no, force FROM temp.page_latest WHERE verdict = 'departs') d
LEFT JOIN temp.page_force p ON p.force_no = d.force_no
ORDER BY d.force, d.force_no
LIMIT 6;

-- name: page_left_out
-- Rows that take no part and answers that nobody has read; no row where there are none
SELECT nullif(rejected, 0) AS rejected, read, plural(rejected, 'was', 'were') AS rejected_were, plural(rejected, 'takes', 'take') AS rejected_take,
       nullif(unread, 0) AS unread, plural(unread, 'answer is', 'answers are') AS unread_answers
FROM (SELECT (SELECT coalesce(sum(rejected), 0) FROM input_file WHERE origin = 'pack') AS rejected,
             (SELECT coalesce(sum(read), 0) FROM input_file WHERE origin = 'pack') AS read,
             (SELECT count(*) FROM response r JOIN stance s ON s.stance_no = r.stance_no WHERE s.stance = 'unread') AS unread)
WHERE rejected + unread > 0
ORDER BY read;

-- name: page_headline
SELECT sentence FROM temp.tool_headline ORDER BY place LIMIT 4;

-- name: page_further_tools
SELECT sum(NOT is_shown) || plural(sum(NOT is_shown), ' further tool is', ' further tools are') AS further_tools FROM temp.page_tool HAVING sum(NOT is_shown) > 0;

-- name: page_finding_counts
-- Matters, and the findings that they are
SELECT count(*) || plural(count(*), ' matter', ' matters') AS matters, nullif(count(*) FILTER (WHERE certainty = 'possible'), 0) AS possible,
       coalesce(sum(findings), 0) || plural(coalesce(sum(findings), 0), ' finding', ' findings') AS findings,
       (SELECT nullif(count(*), 0) FROM finding WHERE status = 'waived') AS waived_findings
FROM temp.page_order;

-- name: page_top_findings
SELECT v.finding_id, v.matter_id, o.made_of, v.rule_id, r.title AS rule_title, v.severity, v.certainty, CASE v.certainty WHEN 'certain' THEN 1 END AS is_certain, v.force_id, f.name AS force,
       v.request_id, coalesce(w.said, v.message) AS message, v.remedy,
       (SELECT 1 FROM temp.page_finding pf WHERE pf.finding_no = t.finding_no) AS shown,
       CASE WHEN c.change IN ('new', 'altered') THEN c.change END AS change_shown, m.machine_rows, m.letter_rows, plural(m.letter_rows, 'row', 'rows') AS rows_word
FROM temp.page_top t
LEFT JOIN temp.page_machine_read m ON m.finding_no = t.finding_no
JOIN temp.page_order o ON o.matter_no = t.matter_no
LEFT JOIN matter_change c ON c.matter_no = t.matter_no
JOIN v_findings v ON v.finding_no = t.finding_no
JOIN rule r ON r.rule_id = v.rule_id
LEFT JOIN force f ON f.force_id = v.force_id
LEFT JOIN temp.page_matter_said w ON w.matter_no = t.matter_no
ORDER BY t.place;
