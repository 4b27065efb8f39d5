-- id: L04
-- name: ncnd-subsection-without-ncnd
-- title: Cites an NCND subsection in a letter that confirms or denies
-- severity: medium
-- basis: statute
-- evidence: statute
-- about: citations
-- message: {force} {did} about {tool} in {answer.letters}{coded} and cited {citations}, which
--   is for neither confirming nor denying; no partial NCND is coded.
-- rationale: An NCND subsection beside a plain answer either belongs to an unsaid partial NCND or is a
--   slip; the reader cannot tell which.
-- source: FOIA s2(1), s17(1); SEMANTICS.md 32
-- remedy: Say what the NCND covers, or drop the subsection.

SELECT a.force_no, a.tool_no, a.request_no, a.question_no, 'answer' AS role,
       a.response_no, a.responded_earliest, a.responded_latest, s.citations,
       iif(a.stance = 'extended', 'wrote', 'answered') AS did,
       CASE WHEN a.stance <> 'extended' THEN ' with ' || a.stance
            WHEN a.position = 'confirm' THEN ', which confirms,' ELSE ', which denies,' END AS coded
FROM answer a
JOIN exemption_set s ON s.set_no = a.set_no
WHERE a.position IN ('confirm', 'deny') AND a.stance <> 'ncnd' AND a.partial_ncnd <> 'yes' AND s.ncnd_key <> '' AND a.regime <> 'other'
ORDER BY a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no
