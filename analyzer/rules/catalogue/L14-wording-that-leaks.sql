-- id: L14
-- name: wording-that-leaks
-- title: NCND in words that give it away
-- severity: medium
-- basis: regulator
-- message: {force} neither confirmed nor denied about {tool} in {answer.letters} in words that give it away:
--   “{piece}”, which {reads}.
-- rationale: An NCND protects only while its words would be the same whether or not anything is held. "No further
--   information" says that some was found, "at this time" that another time differs.
-- source: ICO, When to refuse to confirm or deny (the wording of a response)
-- remedy: Use the agreed form of words at review.

WITH leaking AS (         -- the mark says how the words are read
    SELECT '(?xi)'
        -- Passed over: quotations, and what the applicant is said to have asked.
        || '(?: "[^"]{0,2000}" | “[^”]{0,2000}”
             | \b (?:you|the\ applicant|the\ requester|your\ (?:request|letter|e-?mail|question)) \s+
               (?:(?:have|had|also|further|then)\s+)*
               (?:writes?|wrote|states?|stated|asks?|asked|says?|said|notes?|noted|mention(?:s|ed)?|refer(?:s|red)?
                 |seeks?|sought|request(?:s|ed)?) \b [^.!?]{0,400}
             | \b (?:your\ request|you\ (?:asked|requested)) [^\n]{0,80} : \s*\n (?:[^\n]++\n?)*+ )(*SKIP)(*FAIL)'
        || ' | (*MARK:says that some is held) (?: \bno\s+further\s+(?:relevant\s+)?information\s+(?:is|was|can|could|will)\s+(?:be\s+)?(?:held|provided|disclosed|released|found|located)\b
                 | \b(?:confirms?|den(?:y|ies))\b [^.!?;]{0,120}? \b(?:any\s+)?(?:further|additional|remaining)\s+information\b
                 | \b(?:confirms?|den(?:y|ies))\b [^.!?;]{0,120}? \bother\s+than\s+(?:that|what|the|this|as)\b )
             | (*MARK:says that another time differs)
               \b(?:confirms?|den(?:y|ies))\b [^.!?;]{0,120}? \b(?:at\s+this\s+(?:time|moment)|at\s+present|currently|as\s+yet)\b
             | (*MARK:says that a search was made)
               (?: (?:\b(?:our|my|the|these)\s+|(?<=^|\n|[.!?]\s))(?:search(?:es)?|enquir(?:y|ies))\s+(?:\w+\s+){0,3}?(?:identified|located|found|revealed|retrieved)\b
                 | (?<!\bthat\ )(?<!\bif\ )(?<!\bnot\ )(?<!\bwhether\ )\b(?:information|documents?|records?)\s+(?:was|were|has\s+been|have\s+been)\s+(?:located|identified|retrieved)\b )' AS pattern
), wording AS MATERIALIZED ( -- each wording is searched once, and never stands beside its pieces
    SELECT row_number() OVER () AS wording_no, text
    FROM (SELECT DISTINCT text FROM response_wording WHERE text IS NOT NULL)
), worded AS MATERIALIZED (
    SELECT t.wording_no, p.value ->> 'piece' AS piece, p.value ->> 'name' AS reads, min(p.key) AS place
    FROM wording t
    CROSS JOIN json_each(regexp_pieces(t.text, (SELECT pattern FROM leaking))) p
    GROUP BY 1, 2, 3
), leaky AS MATERIALIZED (
    SELECT wording_no, text FROM wording WHERE wording_no IN (SELECT wording_no FROM worded)
), spoken AS MATERIALIZED ( -- without what the applicant or an earlier letter says in it
    SELECT wording_no, without_others(text) AS text FROM leaky
), answer_worded AS MATERIALIZED (
    SELECT w.response_no, l.wording_no
    FROM response_wording w
    CROSS JOIN leaky l ON l.text = w.text
), piece AS (
    SELECT r.force_no, r.tool_no, r.request_no, r.question_no, r.response_no, r.responded_earliest, r.responded_latest,
           x.piece, x.reads, x.place
    FROM answer_worded w
    CROSS JOIN response_meaning m ON m.response_no = w.response_no
    CROSS JOIN profile p ON p.profile_no = m.profile_no
    CROSS JOIN response r ON r.response_no = w.response_no
    CROSS JOIN worded x ON x.wording_no = w.wording_no
    CROSS JOIN spoken s ON s.wording_no = x.wording_no AND instr(s.text, x.piece)
    WHERE p.stance = 'ncnd' AND p.position = 'ncnd' AND p.partial_ncnd <> 'yes'
), asked AS MATERIALIZED (
    SELECT request_no, lower(title || ' ' || coalesce(summary, '')) AS words FROM request
)
SELECT force_no, tool_no, request_no, question_no, 'answer' AS role,
       response_no, responded_earliest, responded_latest, piece, reads
FROM piece p
WHERE NOT EXISTS (        -- the request's own words
        SELECT 1 FROM asked q WHERE q.request_no = p.request_no AND instr(q.words, lower(p.piece)))
ORDER BY force_no, tool_no, request_no, question_no, response_no, place
