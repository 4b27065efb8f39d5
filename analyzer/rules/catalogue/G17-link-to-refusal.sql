-- id: G17
-- name: link-to-refusal
-- title: The link given under section 21 leads to a refusal
-- severity: high
-- basis: statute
-- message: {force} relied in {answer.letters} on section 21 about {tool}, and the link it gave is the address
--   of an answer that gives nothing: {target.letters} ({target.stances}).
-- rationale: Information is reasonably accessible only where it can be found. An answer that neither confirms
--   nor denies, denies, or refuses does not hold it, and the link undoes what that answer kept.
-- source: FOIA s21(1); FOISA s25(1)
-- remedy: Withdraw section 21, and decide between NCND and a confirmation with a link that leads somewhere.

WITH link AS MATERIALIZED ( -- addresses that section 21 answers give, less what spellings of one differ in
    SELECT a.response_no, regexp_substr(w.link, '(?i)^https?://(?:www\.)?\K[^#\s]*[^#\s/]') AS bare
    FROM answer a
    CROSS JOIN response_wording w ON w.response_no = a.response_no
    WHERE a.stance = 'held_s21' AND a.has_link = 1 AND a.dated = 1 AND a.superseded = 0
), address AS (
    SELECT scheme || www || bare || slash AS address
    FROM (SELECT DISTINCT bare FROM link WHERE bare IS NOT NULL)
    CROSS JOIN (SELECT 'https://' AS scheme UNION ALL SELECT 'http://')
    CROSS JOIN (SELECT '' AS www UNION ALL SELECT 'www.')
    CROSS JOIN (SELECT '' AS slash UNION ALL SELECT '/')
), published AS (
    SELECT regexp_substr(t.source_url, '(?i)^https?://(?:www\.)?\K[^#\s]*[^#\s/]') AS bare, t.response_no,
           p.position IN ('ncnd', 'deny')
               OR (p.position = 'silent' AND p.stance IN ('refused_cost', 'refused_vexatious')) AS is_refusal
    FROM response_wording t
    CROSS JOIN response_meaning m ON m.response_no = t.response_no
    CROSS JOIN profile p ON p.profile_no = m.profile_no
    WHERE t.source_url IN (SELECT address FROM address)
), refusal AS MATERIALIZED ( -- addresses where nothing else is published; the first answer there
    SELECT bare, min(response_no) AS target_no FROM published GROUP BY bare HAVING min(is_refusal)
)
SELECT r.force_no, r.tool_no, r.request_no, r.question_no, 'answer' AS role,
       r.response_no, r.responded_earliest, r.responded_latest
FROM link l
JOIN refusal x ON x.bare = l.bare
JOIN response r ON r.response_no = l.response_no
UNION ALL
SELECT r.force_no, r.tool_no, r.request_no, r.question_no, 'target', x.target_no, NULL, NULL
FROM link l
JOIN refusal x ON x.bare = l.bare
JOIN response r ON r.response_no = l.response_no
ORDER BY 1, 2, 3, 4, 5, 6
