-- Agreement over time: of each request the question on use, else on the contract, else
-- the most answered.
CREATE TEMP TABLE chart_agreement AS
SELECT tool_no, request_id, logged_earliest, date_logged, modal_position, modal_share, modal_low, modal_high, answers,
       judged, conforming, conforming_low, conforming_high,
       row_number() OVER (PARTITION BY tool_no ORDER BY place) - 1 AS place
FROM (SELECT q.tool_no, q.request_id, q.logged_earliest, q.date_logged, q.place, a.*,
             row_number() OVER (PARTITION BY q.tool_no, q.request_no
                 ORDER BY CASE u.topic WHEN 'use' THEN 0 WHEN 'contract' THEN 1 ELSE 2 END, a.answers DESC, k.question_id) AS choice
      FROM page_request q
      JOIN unit u ON u.tool_no = q.tool_no AND u.request_no = q.request_no
      JOIN unit_agreement a ON a.unit_no = u.unit_no
      LEFT JOIN question k ON k.question_no = u.question_no)
WHERE choice = 1;

INSERT INTO page_chart
SELECT 1000 * t.place + 130, 'agreement-' || t.file_name, 'agreement', t.tool_no, 0,
       CASE WHEN n.requests = 1
            THEN CAST(round(l.modal_share * l.answers) AS INTEGER) || ' of ' || l.answers || plural(l.answers, ' force', ' forces') || ' gave the commonest answer to '
                 || substr(l.request_id, 1, 30)
            ELSE 'Commonest answer: ' || fixed(100 * f.modal_share, 0) || ' % on ' || substr(f.request_id, 1, 30) || ', '
                 || fixed(100 * l.modal_share, 0) || ' % on ' || substr(l.request_id, 1, 30) END,
       'Share of forces that gave the commonest answer, and that followed advice in force, with 95 % intervals; '
           || substr(t.tool, 1, 80) || ', ' || dated,
       'Agreement on ' || substr(t.tool, 1, 80) || ' over ' || n.requests || plural(n.requests, ' request', ' requests') || ': first '
           || fixed(100 * f.modal_share, 0) || ' % of ' || f.answers || ', last ' || fixed(100 * l.modal_share, 0) || ' % of '
           || l.answers || plural(l.answers, ' force', ' forces') || ' gave the commonest answer.', source
FROM page_tool t
JOIN (SELECT tool_no, count(*) AS requests, max(place) AS last FROM chart_agreement GROUP BY tool_no) n ON n.tool_no = t.tool_no
JOIN chart_agreement f ON f.tool_no = t.tool_no AND f.place = 0
JOIN chart_agreement l ON l.tool_no = t.tool_no AND l.place = n.last
CROSS JOIN chart_words
WHERE t.is_charted;
