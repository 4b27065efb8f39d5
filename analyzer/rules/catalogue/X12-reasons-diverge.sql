-- id: X12
-- name: reasons-diverge
-- title: One NCND in words of its own where all others use the same
-- severity: info
-- basis: consistency
-- message: On {request}{question} about {tool}, {force} neither confirmed nor denied in words of its own: with none of
--   the {others} other NCNDs it shares a tenth of its wording, while any two of those share half of theirs or more.
-- rationale: The same reasons show that forces hold one line; other reasons beside them are read as another case, and
--   an applicant will quote the one against the other. Reasons of a force's own are what the regulator asks for: this
--   is a thing to know, and no fault.
-- source: SEMANTICS.md 73; CRU circular 995/24 (its form of words)
-- remedy: Read the two side by side, and see whether the harm that this force describes is what the others mean.

SELECT w.force_no, u.tool_no, u.request_no, u.question_no, 'answer' AS role, w.response_no,
       r.responded_earliest, r.responded_latest,
       (SELECT count(*) FROM wording_likeness o JOIN cell c ON c.unit_no = o.unit_no AND c.force_no = o.force_no
        WHERE o.unit_no = w.unit_no AND o.force_no <> w.force_no AND c.position = 'ncnd') AS others
FROM wording_likeness w
JOIN unit u ON u.unit_no = w.unit_no
JOIN response r ON r.response_no = w.response_no
WHERE w.diverges
ORDER BY 1, 2, 3, 4, 6
