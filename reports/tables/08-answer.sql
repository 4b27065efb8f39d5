-- What the first screen and the brief answer: are the forces consistent, and what is to be decided. Needs the
-- tables before it.

-- The latest answers (v_latest_letters), whether each follows the advice of its own day.
CREATE TEMP TABLE page_latest AS
SELECT l.force_no, l.tool_no, l.position, l.conforms, f.name AS force, t.tool,
       CASE l.conforms WHEN 'yes' THEN 'follows' WHEN 'no' THEN 'departs' ELSE 'unjudged' END AS verdict
FROM v_latest_letters l
JOIN force f ON f.force_no = l.force_no
JOIN page_tool t ON t.tool_no = l.tool_no;
CREATE UNIQUE INDEX temp.page_latest_of ON page_latest (tool_no, force_no);

-- Counted over all tools (tool_no 0), and by tool.
CREATE TEMP TABLE page_consistency AS
SELECT 0 AS tool_no, '' AS tool, 0 AS place, count(*) AS answers, coalesce(sum(verdict = 'follows'), 0) AS follow,
       coalesce(sum(verdict = 'departs'), 0) AS depart, coalesce(sum(verdict = 'unjudged'), 0) AS unjudged,
       count(DISTINCT force_no) AS forces, count(DISTINCT tool_no) AS tools
FROM page_latest
UNION ALL
SELECT t.tool_no, t.tool, t.place, count(*), sum(verdict = 'follows'), sum(verdict = 'departs'), sum(verdict = 'unjudged'),
       count(DISTINCT l.force_no), 1
FROM page_latest l JOIN page_tool t ON t.tool_no = l.tool_no
GROUP BY t.tool_no;

-- What the latest answers alone do not show: forces whose own answers do not agree with each other or with what they
-- have published, by open findings, and open matters in which forces take different positions.
CREATE TEMP TABLE page_disagreement AS
SELECT count(DISTINCT CASE WHEN r.about = 'self-contradiction' THEN f.force_no END) AS forces,
       count(DISTINCT CASE WHEN r.about = 'split' THEN f.matter_no END) AS matters
FROM rule r
JOIN finding f ON f.rule_id = r.rule_id
WHERE f.matter_no IS NOT NULL;

-- The same in words. Where no advice was in force for any of them the split itself is the answer. What the latest answers
-- do not show is told beside a yes.
CREATE TEMP TABLE page_verdict AS
SELECT *, CASE WHEN verdict NOT IN ('No', 'Not known') AND (itself > 0 OR matters > 0)
               THEN 'But ' || CASE WHEN itself = 0 THEN '' ELSE itself || plural(itself, ' force does not agree with itself', ' forces do not agree with themselves') END
                    || iif(itself > 0 AND matters > 0, ', and ', '')
                    || CASE WHEN matters = 0 THEN '' ELSE 'in ' || matters || plural(matters, ' matter', ' matters') || ' forces part from each other' END
                    || '.' END AS disagreeing
FROM (SELECT c.*, d.forces AS itself, d.matters, follow + depart AS judged,
             CASE WHEN answers = 0 OR follow + depart = 0 THEN NULL
                  ELSE follow || ' of ' || answers || plural(answers, ' latest answer', ' latest answers')
                       || plural(follow, ' follows', ' follow') || ' the advice in force; '
                       || depart || plural(depart, ' departs', ' depart') || ' from it; ' || unjudged || ' cannot be judged.' END AS counted,
             CASE WHEN answers = 0 THEN 'Not known'
                  WHEN depart > 0 THEN 'No'
                  WHEN follow > 0 AND unjudged = 0 AND d.forces + d.matters > 0 THEN 'By the latest answers, yes'
                  WHEN follow > 0 AND unjudged = 0 THEN 'Yes'
                  WHEN follow > 0 THEN 'As far as they can be judged, yes'
                  WHEN EXISTS (SELECT 1 FROM tool_headline h WHERE (h.confirm > 0) + (h.deny > 0) + (h.ncnd > 0) > 1) THEN 'No'
                  WHEN d.forces + d.matters > 0 THEN 'By the latest answers, yes'
                  ELSE 'Yes, by what they say' END AS verdict
      FROM page_consistency c
      CROSS JOIN page_disagreement d);

-- Beside the complaint risk of a force, which only statute and the regulator's guidance enter: the worst of its own
-- findings on another basis, in words.
CREATE TEMP TABLE page_other_basis AS
SELECT force_no, severity || CASE basis WHEN 'advice' THEN ' against advice' WHEN 'consistency' THEN ' for consistency'
                                        WHEN 'data' THEN ' in the data' ELSE ' on ' || basis END AS worst
FROM (SELECT f.force_no, f.severity, r.basis,
             row_number() OVER (PARTITION BY f.force_no ORDER BY s.rank DESC, r.basis, f.finding_id) AS place
      FROM finding f
      JOIN severity s ON s.severity = f.severity
      JOIN rule r ON r.rule_id = f.rule_id
      WHERE f.matter_no IS NOT NULL AND f.force_no IS NOT NULL AND r.basis NOT IN ('statute', 'regulator'))
WHERE place = 1;
CREATE UNIQUE INDEX temp.page_other_basis_of ON page_other_basis (force_no);

-- What matters most, as the brief tells it.
CREATE TEMP VIEW brief_matter AS
SELECT row_number() OVER (ORDER BY t.place) AS place, v.finding_id, o.made_of, v.severity, CASE WHEN c.change IN ('new', 'altered') THEN c.change END AS change_shown,
       CASE v.certainty WHEN 'possible' THEN 1 END AS is_possible, coalesce(w.said, v.message) AS message, v.remedy
FROM page_top t
JOIN page_order o ON o.matter_no = t.matter_no
LEFT JOIN matter_change c ON c.matter_no = t.matter_no
JOIN v_findings v ON v.finding_no = t.finding_no
LEFT JOIN page_matter_said w ON w.matter_no = t.matter_no;
