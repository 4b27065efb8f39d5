-- Questions whose wordings are compared on the page: those first where an NCND stands alone, then those with most letters.
-- Questions of one request with the same letters, compared alike, are one.
CREATE TEMP TABLE page_likeness AS
WITH compared AS MATERIALIZED (
    SELECT unit_no, count(*) AS letters, max(diverges) AS diverges, max(guidance_no IS NOT NULL) AS has_form,
           group_concat(force_no || ' ' || runs || ' ' || wording || ' ' || alike || ' ' || nearest) AS said
    FROM (SELECT * FROM wording_likeness l
          WHERE wording = 1 OR EXISTS (SELECT 1 FROM wording_pair p WHERE p.unit_no = l.unit_no)
          ORDER BY unit_no, force_no)
    GROUP BY unit_no
), placed AS MATERIALIZED (
    SELECT u.tool_no, u.request_no, c.*, q.question_id
    FROM compared c
    JOIN unit u ON u.unit_no = c.unit_no
    JOIN page_tool t ON t.tool_no = u.tool_no AND t.is_shown
    LEFT JOIN question q ON q.question_no = u.question_no
), drawn AS MATERIALIZED (
    SELECT min(unit_no) AS unit_no, tool_no, request_no, letters, diverges, has_form, said, count(question_id) AS n,
           row_number() OVER (ORDER BY diverges DESC, letters DESC, tool_no, request_no, min(unit_no)) AS place
    FROM placed
    GROUP BY tool_no, request_no, said
)
SELECT d.unit_no, d.tool_no, d.request_no, d.letters, d.has_form, d.place, d.n,
       (SELECT group_concat(question_id, ', ')
        FROM (SELECT p.question_id FROM placed p
              WHERE p.tool_no = d.tool_no AND p.request_no = d.request_no AND p.said = d.said
              ORDER BY p.question_id)) AS questions
FROM drawn d
WHERE d.place <= (SELECT likenesses_shown FROM page_size);

-- Their forces: NCNDs before others, those most others agree with first, the same words side by side. Where not all are shown,
-- those are that agree with fewest.
CREATE TEMP TABLE page_likeness_force AS
SELECT unit_no, force_no, response_no, wording, runs, share_of_form, diverges, position, qualified,
       row_number() OVER (PARTITION BY unit_no ORDER BY position <> 'ncnd', alike DESC, nearest DESC, wording, force_id) AS n
FROM (SELECT l.*, c.position, c.qualified, f.force_id,
             row_number() OVER (PARTITION BY l.unit_no ORDER BY l.diverges DESC, l.alike, l.nearest, f.force_id) AS choice
      FROM page_likeness p
      JOIN wording_likeness l ON l.unit_no = p.unit_no
      JOIN cell c ON c.unit_no = l.unit_no AND c.force_no = l.force_no
      JOIN force f ON f.force_no = l.force_no)
WHERE choice <= (SELECT likeness_forces FROM page_size);
CREATE INDEX temp.page_likeness_by_unit ON page_likeness_force (unit_no, n);
