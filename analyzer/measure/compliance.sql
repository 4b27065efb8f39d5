-- Compliance exposure (RISK.md section 2): an index, not a probability. Every weight, and
-- which findings share a cause, is data.

INSERT INTO compliance_part (finding_no, force_no, tool_no, cause_no, weight, counts)
SELECT f.finding_no, f.force_no, f.tool_no, f.finding_no, w.weight * c.factor, 0
FROM finding f
JOIN rule r ON r.rule_id = f.rule_id
JOIN compliance_basis b ON b.basis = r.basis
JOIN compliance_weight w ON w.severity = f.severity
JOIN compliance_certainty c ON c.certainty = f.certainty
WHERE f.status = 'open' AND f.force_no IS NOT NULL AND w.weight > 0;

-- The force's own letters that a finding rests on.
CREATE TEMP TABLE part_letter AS
SELECT DISTINCT p.finding_no, m.letter_no
FROM compliance_part p
JOIN finding_evidence e ON e.finding_no = p.finding_no
JOIN response_meaning m ON m.response_no = e.response_no
JOIN letter l ON l.letter_no = m.letter_no AND l.force_no = p.force_no;
CREATE INDEX temp.part_letter_of_finding ON part_letter (finding_no, letter_no);
CREATE INDEX temp.part_letter_of_letter ON part_letter (letter_no, finding_no);

-- A finding of a rule that another rule's header names shares the cause of that rule's
-- finding about the same force and letter.
CREATE TEMP TABLE shared_cause AS
SELECT finding_no, cause_no
FROM (SELECT mine.finding_no, theirs.finding_no AS cause_no,
             row_number() OVER (PARTITION BY mine.finding_no ORDER BY other.rule_id, other.finding_id) AS place
      FROM rule hub
      JOIN finding other ON other.rule_id = hub.rule_id
      JOIN compliance_part counted ON counted.finding_no = other.finding_no
      JOIN part_letter theirs ON theirs.finding_no = other.finding_no
      JOIN part_letter mine ON mine.letter_no = theirs.letter_no
      JOIN finding f ON f.finding_no = mine.finding_no AND f.force_no = other.force_no
      WHERE ',' || replace(hub.shares_cause_with, ' ', '') || ',' LIKE '%,' || f.rule_id || ',%')
WHERE place = 1;

UPDATE compliance_part
SET cause_no = s.cause_no
FROM shared_cause s
WHERE s.finding_no = compliance_part.finding_no;

UPDATE compliance_part
SET counts = 1
WHERE finding_no IN (SELECT finding_no
                     FROM (SELECT p.finding_no,
                                  row_number() OVER (PARTITION BY p.cause_no ORDER BY p.weight DESC, f.rule_id, f.finding_id) AS place
                           FROM compliance_part p
                           JOIN finding f ON f.finding_no = p.finding_no)
                     WHERE place = 1);

CREATE INDEX compliance_part_of_cause ON compliance_part (cause_no);
CREATE INDEX compliance_part_of_force ON compliance_part (force_no);

-- The letter of each force whose findings, taken away, would lower its index most. In
-- logarithms: what a cause adds, and what would remain of it without the letter.
CREATE TEMP TABLE force_sum AS
SELECT force_no, sum(ln(1 - weight)) AS of_force FROM compliance_part WHERE counts GROUP BY force_no;

CREATE TEMP TABLE letter_gain AS
WITH touched AS (
    SELECT DISTINCT l.letter_no, p.force_no, p.cause_no
    FROM part_letter l
    JOIN compliance_part p ON p.finding_no = l.finding_no
),
remaining AS (
    SELECT t.letter_no, t.force_no, max(p.weight) AS whole,
           max(CASE WHEN l.letter_no IS NULL THEN p.weight ELSE 0 END) AS rest
    FROM touched t
    JOIN compliance_part p ON p.cause_no = t.cause_no
    LEFT JOIN part_letter l ON l.finding_no = p.finding_no AND l.letter_no = t.letter_no
    GROUP BY t.letter_no, t.force_no, t.cause_no
)
SELECT letter_no, force_no, sum(ln(1 - rest) - ln(1 - whole)) AS gain
FROM remaining
GROUP BY letter_no, force_no;

INSERT INTO correction (aim, tool_no, force_no, letter_no, before, after)
SELECT 'compliance', l.tool_no, g.force_no, g.letter_no, 1 - exp(s.of_force),
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
DROP TABLE temp.shared_cause;
DROP TABLE temp.part_letter;
