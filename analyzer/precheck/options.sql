-- Used by options.c.

-- name: precheck_advice_asks
SELECT title, required_exemptions AS exemptions, requires_link FROM guidance WHERE guidance_no = :no;

-- name: precheck_option
-- What the audit made of the hypothetical answer.
SELECT p.position, p.conforms
FROM response_wording w
JOIN response_meaning m ON m.response_no = w.response_no
JOIN profile p ON p.profile_no = m.profile_no
WHERE w.response_id = :draft_id;
