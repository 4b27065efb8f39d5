-- id: G10
-- name: s21-to-refusal
-- title: Points under section 21 at its own NCND
-- severity: high
-- basis: advice
-- about: self-contradiction
-- shares-cause-with: G17, T02
-- message: {force} relied in {answer.letters} on section 21 about {tool}, has acknowledged nothing
--   itself, and its last earlier letter about the tool neither confirmed nor denied:
--   {earlier.letters}.
-- rationale: Section 21 says that the information is held and public. Where the force's own last word is
--   an NCND there is nothing public to point to, and the pointer confirms what the NCND was to
--   protect.
-- source: CRU circulars 995/24 and 157/25; SEMANTICS.md 27, 65
-- remedy: Decide which of the two letters is right, and answer alike from now on; do not cite section
--   21 for a refusal notice.

WITH fires AS (
    SELECT profile_no, CASE WHEN count(*) = max(readings) THEN 'certain' ELSE 'possible' END AS certainty
    FROM reading
    WHERE dated = 1 AND superseded = 0 AND stance = 'held_s21' AND position <> 'silent'
      AND own_acknowledgement = 0
    GROUP BY profile_no
), pointing AS (
    SELECT a.*, f.certainty, (
               SELECT l.letter_no
               FROM letter l
               WHERE l.force_no = a.force_no AND l.tool_no = a.tool_no AND l.letter_no <> a.letter_no
                 AND l.position_on_use <> 'silent' AND l.responded_earliest < a.responded_latest
               ORDER BY l.responded_earliest DESC, l.letter_no DESC -- the order of letter_no
               LIMIT 1) AS earlier_no
    FROM fires f
    CROSS JOIN answer a ON a.profile_no = f.profile_no
), refused AS (
    SELECT p.force_no, p.tool_no, p.request_no, p.question_no,
           CASE WHEN e.responded_latest < p.responded_earliest THEN p.certainty ELSE 'possible' END AS certainty,
           p.response_no, p.responded_earliest, p.responded_latest,
           e.response_no AS earlier_response_no, e.responded_earliest AS earlier_from, e.responded_latest AS earlier_to,
           max(p.responded_earliest, e.responded_earliest + 1) AS after_it
    FROM pointing p
    JOIN letter e ON e.letter_no = p.earlier_no
    WHERE e.position_on_use = 'ncnd'
), own AS (
    SELECT f.force_no, f.tool_no, f.certain_from, f.certain_to
    FROM acknowledgement_for f
    WHERE f.level = 'own' AND f.certain_from IS NOT NULL
), pointed AS (           -- on a day after that letter, with no acknowledgement of its own in force
    SELECT r.*
    FROM refused r
    WHERE r.certainty = 'certain'
       OR EXISTS (SELECT 1
                  FROM (SELECT r.after_it AS day
                        UNION ALL
                        SELECT o.certain_to + 1 FROM own o
                        WHERE o.force_no = r.force_no AND o.tool_no = r.tool_no) d
                  WHERE d.day BETWEEN r.after_it AND r.responded_latest
                    AND NOT EXISTS (SELECT 1 FROM own o
                                    WHERE o.force_no = r.force_no AND o.tool_no = r.tool_no
                                      AND d.day BETWEEN o.certain_from AND o.certain_to))
)
SELECT force_no, tool_no, request_no, question_no, certainty, 'answer' AS role,
       response_no, responded_earliest, responded_latest
FROM pointed
UNION ALL
SELECT force_no, tool_no, request_no, question_no, certainty, 'earlier',
       earlier_response_no, earlier_from, earlier_to
FROM pointed
ORDER BY 1, 2, 3, 4, 6, 7
