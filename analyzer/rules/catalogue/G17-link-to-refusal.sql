-- id: G17
-- name: link-to-refusal
-- title: The link given under section 21 leads to a refusal
-- severity: high
-- basis: statute
-- about: self-contradiction
-- message: {force} relied in {answer.letters} on section 21 about {tool}, and the link it gave is the address
--   of an answer that gives nothing: {target.letters} ({target.stances}).
-- rationale: Information is reasonably accessible only where it can be found. An answer that neither confirms
--   nor denies, denies, or refuses does not hold it, and the link undoes what that answer kept.
-- source: FOIA s21(1); FOISA s25(1); SEMANTICS.md 69, 72
-- remedy: Withdraw section 21, and decide between NCND and a confirmation with a link that leads somewhere.

WITH link AS MATERIALIZED ( -- addresses that section 21 answers give
    SELECT a.response_no, address_key(w.link) AS address
    FROM answer a
    CROSS JOIN response_wording w ON w.response_no = a.response_no
    WHERE a.stance = 'held_s21' AND a.has_link = 1 AND a.dated = 1 AND a.superseded = 0
), page AS MATERIALIZED (  -- where answers are published, each spelling of an address once
    SELECT source_url, address_key(source_url) AS address
    FROM (SELECT DISTINCT source_url FROM response_wording
          WHERE source_url IS NOT NULL AND EXISTS (SELECT 1 FROM link))
), spelling AS MATERIALIZED (
    SELECT source_url, address FROM page WHERE address IN (SELECT address FROM link)
), published AS (
    SELECT s.address, t.response_no,
           p.position IN ('ncnd', 'deny')
               OR (p.position = 'silent' AND p.stance IN ('refused_cost', 'refused_vexatious')) AS is_refusal
    FROM response_wording t
    CROSS JOIN spelling s ON s.source_url = t.source_url
    CROSS JOIN response_meaning m ON m.response_no = t.response_no
    CROSS JOIN profile p ON p.profile_no = m.profile_no
    WHERE EXISTS (SELECT 1 FROM spelling)
), refusal AS MATERIALIZED ( -- addresses where nothing else is published; the first answer there
    SELECT address, min(response_no) AS target_no FROM published GROUP BY address HAVING min(is_refusal)
)
SELECT r.force_no, r.tool_no, r.request_no, r.question_no, 'answer' AS role,
       r.response_no, r.responded_earliest, r.responded_latest
FROM link l
JOIN refusal x ON x.address = l.address
JOIN response r ON r.response_no = l.response_no
UNION ALL
SELECT r.force_no, r.tool_no, r.request_no, r.question_no, 'target', x.target_no, NULL, NULL
FROM link l
JOIN refusal x ON x.address = l.address
JOIN response r ON r.response_no = l.response_no
ORDER BY 1, 2, 3, 4, 5, 6
