-- id: L17
-- name: partial-without-subsection
-- title: Partial NCND that rests on no NCND subsection
-- severity: medium
-- basis: statute
-- shares-cause-with: L03
-- evidence: statute
-- about: citations
-- message: {force} gave a partial NCND about {tool} in {answer.letters}, citing {citations}: none of these
--   excludes the duty to confirm or deny.
-- rationale: Beside a confirmation or a denial, too, neither confirming nor denying the rest rests on the
--   subsection made for it (31(3), 24(2), section 18 of the Scottish Act), never on the limb that withholds.
-- source: FOIA s2(1), s17(1); FOISA s18; SEMANTICS.md 32
-- remedy: Cite the NCND subsection for the rest, with its tests, at review.

SELECT a.force_no, a.tool_no, a.request_no, a.question_no, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest, s.citations
FROM answer a
JOIN exemption_set s ON s.set_no = a.set_no
WHERE a.partial_ncnd = 'yes' AND a.position IN ('confirm', 'deny') AND s.ncnd_key = '' AND a.regime <> 'other'
  AND NOT EXISTS (SELECT 1 FROM exemption_citation c     -- the statutory table knows nothing of these
                  WHERE c.set_no = a.set_no AND c.act IN ('EISR', 'DPA'))
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
