-- Complaint risk (RISK.md section 2): an index, not a probability; higher is worse. Every weight is
-- data; which findings are one matter is settled before (rules/matters.c).

INSERT INTO complaint_part (finding_no, force_no, tool_no, matter_no, weight, counts)
SELECT f.finding_no, f.force_no, f.tool_no, f.matter_no, w.weight * c.factor, 0
FROM finding f
JOIN rule r ON r.rule_id = f.rule_id
JOIN complaint_basis b ON b.basis = r.basis
JOIN complaint_weight w ON w.severity = f.severity
JOIN complaint_certainty c ON c.certainty = f.certainty
WHERE f.status = 'open' AND f.force_no IS NOT NULL AND w.weight > 0;

-- The force's own letters that a finding rests on.
CREATE TEMP TABLE part_letter AS
SELECT DISTINCT p.finding_no, m.letter_no
FROM complaint_part p
JOIN finding_evidence e ON e.finding_no = p.finding_no
JOIN response_meaning m ON m.response_no = e.response_no
JOIN letter l ON l.letter_no = m.letter_no AND l.force_no = p.force_no;
CREATE INDEX temp.part_letter_of_finding ON part_letter (finding_no, letter_no);

-- Of each matter the gravest enters, once.
UPDATE complaint_part
SET counts = 1
WHERE finding_no IN (SELECT finding_no
                     FROM (SELECT p.finding_no,
                                  row_number() OVER (PARTITION BY p.matter_no ORDER BY p.weight DESC, f.rule_id, f.finding_id) AS place
                           FROM complaint_part p
                           JOIN finding f ON f.finding_no = p.finding_no)
                     WHERE place = 1);

CREATE INDEX complaint_part_of_matter ON complaint_part (matter_no);
CREATE INDEX complaint_part_of_force ON complaint_part (force_no);

-- The letter of each force whose findings, taken away, would lower its index most. In
-- logarithms: what a matter adds, and what would remain of it without the letter; the rest of it
-- stays one matter.
CREATE TEMP TABLE force_sum AS
SELECT force_no, sum(ln(1 - weight)) AS of_force FROM complaint_part WHERE counts GROUP BY force_no;

CREATE TEMP TABLE letter_gain AS
WITH touched AS (
    SELECT DISTINCT l.letter_no, p.force_no, p.matter_no
    FROM part_letter l
    JOIN complaint_part p ON p.finding_no = l.finding_no
),
remaining AS (
    SELECT t.letter_no, t.force_no, max(p.weight) AS whole,
           max(CASE WHEN l.letter_no IS NULL THEN p.weight ELSE 0 END) AS rest
    FROM touched t
    JOIN complaint_part p ON p.matter_no = t.matter_no
    LEFT JOIN part_letter l ON l.finding_no = p.finding_no AND l.letter_no = t.letter_no
    GROUP BY t.letter_no, t.force_no, t.matter_no
)
SELECT letter_no, force_no, sum(ln(1 - rest) - ln(1 - whole)) AS gain
FROM remaining
GROUP BY letter_no, force_no;

INSERT INTO correction (aim, tool_no, force_no, letter_no, before, after)
SELECT 'complaint_risk', l.tool_no, g.force_no, g.letter_no, 1 - exp(s.of_force),
       CASE WHEN s.of_force + g.gain > -1e-12 THEN 0 ELSE 1 - exp(s.of_force + g.gain) END
FROM (SELECT a.*, row_number() OVER (PARTITION BY a.force_no ORDER BY round(a.gain, 12) DESC, t.tool_id, a.letter_no) AS place
      FROM letter_gain a
      JOIN letter l ON l.letter_no = a.letter_no
      JOIN tool t ON t.tool_no = l.tool_no) g
JOIN force_sum s ON s.force_no = g.force_no
JOIN letter l ON l.letter_no = g.letter_no
WHERE g.place = 1 AND g.gain > 0
ORDER BY g.force_no;

DROP TABLE temp.letter_gain;
DROP TABLE temp.force_sum;
DROP TABLE temp.part_letter;
