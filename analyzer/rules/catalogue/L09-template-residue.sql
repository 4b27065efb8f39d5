-- id: L09
-- name: template-residue
-- title: A letter in which another force answers
-- severity: medium
-- basis: consistency
-- message: In {answer.letters} about {tool}, {force} lets another force answer, {named}: “{piece}”.
-- rationale: The circular's form of words asks that the name of the force that lent it be replaced. A letter
--   that still carries another name shows that nobody weighed this force's own case, and invites a
--   complaint. A force that is named as an example, or in the applicant's own words, is not meant.
-- source: CRU circular 995/24 ("Reference to the MPS needs to be removed and replaced accordingly")
-- remedy: Send the letter again in the force's own name, and weigh the harm for this force.

WITH given AS (           -- what forces go by; ASP, ASC and DCP are too weak for running text
    SELECT force_no, name FROM force
    UNION
    SELECT f.force_no, trim(a.value)
    FROM force f
    CROSS JOIN json_each('[' || replace(json_quote(f.aliases), ';', '","') || ']') a
    WHERE f.aliases IS NOT NULL AND trim(a.value) NOT IN ('', 'ASP', 'ASC', 'DCP')
), called AS MATERIALIZED ( -- "Kent" for "Kent Police"; "&" for "and"
    SELECT force_no, name FROM given WHERE length(name) <= 100
    UNION
    SELECT force_no, substr(name, 1, length(name) - length(' Police')) FROM given WHERE name GLOB '?* Police'
    UNION
    SELECT force_no, substr(name, 1, length(name) - length(' Constabulary')) FROM given WHERE name GLOB '?* Constabulary'
    UNION
    SELECT force_no, replace(name, ' and ', ' & ') FROM given WHERE length(name) <= 100 AND instr(name, ' and ')
    UNION
    SELECT force_no, replace(name, ' & ', ' and ') FROM given WHERE length(name) <= 100 AND instr(name, ' & ')
), naming AS MATERIALIZED ( -- the wordings with forces' names in them: each is searched once
    SELECT text, named
    FROM (SELECT t.text, phrases_within(t.text, s.names) AS named
          FROM (SELECT DISTINCT text FROM response_wording WHERE text IS NOT NULL) t
          CROSS JOIN (SELECT phrase_set(name, force_no) AS names FROM called) s)
    WHERE named <> '[]'
), wording AS MATERIALIZED ( -- with a number, that of its first response: it never stands beside its pieces
    SELECT min(w.response_no) AS wording_no, n.text, n.named, json_group_array(w.response_no) AS answers,
           iif(min(r.force_no) = max(r.force_no), min(r.force_no), 0) AS sender
    FROM response_wording w
    CROSS JOIN naming n ON n.text = w.text
    CROSS JOIN response r ON r.response_no = w.response_no
    GROUP BY n.text
), strange AS MATERIALIZED ( -- those that name another than the one force that wrote them
    SELECT w.wording_no, w.named
    FROM wording w
    WHERE EXISTS (SELECT 1 FROM json_each(w.named) o WHERE o.value <> w.sender)
), literal AS (           -- each as a pattern for itself; a single word only in its own letters
    SELECT force_no, name,
           iif(instr(name, ' '), '(?:', '(?-i:') || '\Q'
               || replace(replace(name, '\E', '\E\\E\Q'), ' ', '\E\s+\Q') || '\E)' AS pattern
    FROM called
), batched AS MATERIALIZED ( -- a pattern has a greatest size, so many names make several
    SELECT force_no, name, '\b(*MARK:' || force_no || ')' || pattern AS pattern,
           sum(length(pattern)) OVER (ORDER BY force_no, name) / 4000 AS batch
    FROM literal
    WHERE force_no IN (SELECT n.value FROM strange w CROSS JOIN json_each(w.named) n)
), searched AS MATERIALIZED ( -- each for the batches with a name in it
    SELECT b.value AS batch, w.wording_no
    FROM wording w
    CROSS JOIN (SELECT phrase_set(name, batch) AS batches FROM batched) s
    CROSS JOIN json_each(phrases_within(w.text, s.batches)) b
    WHERE w.wording_no IN (SELECT wording_no FROM strange)
    ORDER BY b.value
), anyone AS (            -- the longest first; the mark says which force it was
    SELECT batch, '(?:' || group_concat(pattern, '|') || ')\b' AS name
    FROM (SELECT * FROM batched ORDER BY batch, length(name) DESC, name, force_no)
    GROUP BY batch
), wordings AS MATERIALIZED ( -- what surrounds a name, place by place: datasets/reference/borrowed_wordings.csv
    SELECT place, group_concat(pattern, ' | ') AS pattern
    FROM (SELECT place, pattern FROM borrowed_wording ORDER BY wording_no)
    GROUP BY place
), frame AS (             -- one pattern of them all, with FORCE where a name stands
    SELECT '(?xi)'
        -- Passed over: quotations, and what the applicant is said to have written.
        || coalesce('(?: ' || (SELECT pattern FROM wordings WHERE place = 'passed_over') || ' )(*SKIP)(*FAIL) | ', '')
        -- The name of a force, and behind it what only the authority that answers does. A name
        -- begins with a capital letter, which also spares the search of every other word.
        || coalesce((SELECT group_concat('(?<!\b' || pattern || ')', '') FROM borrowed_wording
                     WHERE place = 'not_before_name'), '')
        || ' \b(?-i:(?=\p{Lu}))FORCE (?: [’'']s\s+(?: ' || coalesce((SELECT pattern FROM wordings WHERE place = 'after_possessive'), '(*FAIL)')
        || ' ) | (?:\s*\([^()\n]{1,30}\))? (?:\s*,\s*which | \s*,[^.;:,\n]{1,80},)? \s+ (?:(?:also|hereby|therefore)\s+)? (?: '
        || coalesce((SELECT pattern FROM wordings WHERE place = 'after_name'), '(*FAIL)') || ' ) )'
        -- What only such an authority is asked, or is said to have, before its name.
        || coalesce(' | \b(?: ' || (SELECT pattern FROM wordings WHERE place = 'before_name') || ' ) \s+(?:the\s+)?FORCE', '')
        || coalesce(' | ' || (SELECT pattern FROM wordings WHERE place = 'around_name'), '') AS pattern
), answering AS MATERIALIZED (
    SELECT n.batch, replace(f.pattern, 'FORCE', n.name) AS pattern FROM anyone n CROSS JOIN frame f
), place AS MATERIALIZED (
    SELECT t.wording_no, x.batch * 10000000 + p.key AS place, substr(p.value ->> 'piece', 1, 300) AS piece,
           CAST(p.value ->> 'name' AS INTEGER) AS named_no, p.value ->> 'before' AS before
    FROM searched t
    CROSS JOIN answering x ON x.batch = t.batch
    CROSS JOIN response_wording w ON w.response_no = t.wording_no
    CROSS JOIN json_each(regexp_pieces(w.text, x.pattern, 300)) p
), worded AS MATERIALIZED (
    SELECT wording_no, piece, named_no, min(place) AS place FROM place GROUP BY 1, 2, 3
), residual AS MATERIALIZED (
    SELECT wording_no, answers FROM wording WHERE wording_no IN (SELECT wording_no FROM worded)
), answer_worded AS MATERIALIZED (
    SELECT r.force_no, r.tool_no, r.request_no, r.question_no, r.response_no, r.responded_earliest, r.responded_latest,
           l.wording_no
    FROM residual l
    CROSS JOIN json_each(l.answers) w
    CROSS JOIN response r ON r.response_no = w.value
    CROSS JOIN response_meaning m ON m.response_no = r.response_no
    CROSS JOIN profile p ON p.profile_no = m.profile_no
    WHERE p.position <> 'silent'
), together AS MATERIALIZED ( -- forces that answer together: "Kent Police and Essex Police can neither"
    SELECT DISTINCT a.force_no, a.wording_no, lower(substr(x.piece, 1, 200)) AS piece
    FROM (SELECT DISTINCT force_no, wording_no FROM answer_worded) a
    CROSS JOIN literal own ON own.force_no = a.force_no
    CROSS JOIN place x ON x.wording_no = a.wording_no
    WHERE x.before REGEXP '(?i)' || own.pattern || '(?:\s*,|\s+and\b|\s*&)[\w\s,&’''-]{0,100}\z'
), piece AS MATERIALIZED (
    SELECT a.force_no, a.tool_no, a.request_no, a.question_no, a.response_no, a.responded_earliest, a.responded_latest,
           a.wording_no, x.piece, x.named_no, x.place
    FROM worded x
    CROSS JOIN answer_worded a ON a.wording_no = x.wording_no
    WHERE x.named_no <> a.force_no
), asked AS MATERIALIZED ( -- the request's own words
    SELECT request_no, lower(title || ' ' || coalesce(summary, '')) AS words FROM request
    UNION ALL
    SELECT request_no, lower(text) FROM question
), spoken AS MATERIALIZED ( -- without what the applicant or an earlier letter says in it
    SELECT wording_no, without_others(text) AS text FROM wording WHERE wording_no IN (SELECT wording_no FROM worded)
)
SELECT p.force_no, p.tool_no, p.request_no, p.question_no, 'answer' AS role,
       p.response_no, p.responded_earliest, p.responded_latest, n.name AS named, p.piece
FROM piece p
JOIN force n ON n.force_no = p.named_no
JOIN spoken s ON s.wording_no = p.wording_no AND instr(s.text, p.piece)
WHERE NOT EXISTS (SELECT 1 FROM asked q WHERE q.request_no = p.request_no AND instr(q.words, lower(p.piece)))
  AND NOT EXISTS (
        SELECT 1 FROM together t
        WHERE t.force_no = p.force_no AND t.wording_no = p.wording_no AND t.piece = lower(substr(p.piece, 1, 200)))
ORDER BY p.force_no, p.tool_no, p.request_no, p.question_no, p.response_no, p.place
