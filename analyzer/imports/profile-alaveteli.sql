-- What of an Alaveteli site (WhatDoTheyKnow) is a letter of a force: the rows of a batch export, and the events of requests,
-- which tell together when a request was sent and when the first message came that is no acknowledgement of receipt. The
-- words for how it went are those of whoever asked, or of the site: no decision, so that every letter is unread.

-- The words of the site for one state, without the full stop that some have, and what they say of an answer:
-- 'answered', 'waiting', 'withdrawn', 'undelivered', or 'unknown' where a message may be anything.
CREATE TEMP TABLE alaveteli_state (
    word    TEXT PRIMARY KEY COLLATE NOCASE,
    meaning TEXT NOT NULL
) STRICT;
INSERT INTO alaveteli_state (word, meaning)
VALUES
    ('waiting_response', 'waiting'), ('awaiting response', 'waiting'),
    ('waiting_response_overdue', 'waiting'), ('delayed', 'waiting'), ('response overdue', 'waiting'), ('overdue', 'waiting'),
    ('response to this request is delayed', 'waiting'),
    ('waiting_response_very_overdue', 'waiting'), ('long overdue', 'waiting'), ('response to this request is long overdue', 'waiting'),
    ('user_withdrawn', 'withdrawn'), ('withdrawn by the requester', 'withdrawn'), ('withdrawn', 'withdrawn'),
    ('waiting_classification', 'unknown'), ('awaiting classification', 'unknown'),
    ('requires_admin', 'unknown'), ('unusual response', 'unknown'),
    ('attention_requested', 'unknown'), ('reported for administrator attention', 'unknown'),
    ('vexatious', 'unknown'), ('considered by administrators as vexatious and hidden from site', 'unknown'),
    ('considered by administrators as vexatious', 'unknown'),
    ('not_foi', 'unknown'), ('considered by administrators as not an foi request and hidden from site', 'unknown'),
    ('internal_review', 'unknown'), ('awaiting internal review', 'unknown'), ('internal review', 'unknown'),
    ('not_held', 'answered'), ('information not held', 'answered'),
    ('rejected', 'answered'), ('refused', 'answered'),
    ('partially_successful', 'answered'), ('partially successful', 'answered'),
    ('successful', 'answered'),
    ('waiting_clarification', 'answered'), ('waiting clarification', 'answered'), ('awaiting clarification', 'answered'),
    ('clarification requested', 'answered'),
    ('gone_postal', 'answered'), ('handled by postal mail', 'answered'), ('handled by post', 'answered'),
    ('error_message', 'undelivered'), ('delivery error', 'undelivered');

CREATE TEMP TABLE alaveteli_row AS
SELECT
    i.row_no,
    max(iif(f.field = 'event_id', f.words, NULL)) AS event_id,
    max(iif(f.field = 'event_type', f.words, NULL)) AS event_type,
    max(iif(f.field = 'event_date', f.words, NULL)) AS event_date,
    coalesce(max(iif(f.field = 'calculated_state', f.words, NULL)), max(iif(f.field = 'described_state', f.words, NULL))) AS state,
    max(iif(f.field = 'force_id', f.words, NULL)) AS body,
    max(iif(f.field = 'request_title', f.words, NULL)) AS title,
    max(iif(f.field = 'url_title', f.words, NULL)) AS url_title,
    max(iif(f.field = 'request_url', f.words, NULL)) AS request_url,
    max(iif(f.field = 'event_url', f.words, NULL)) AS event_url,
    max(iif(f.field = 'request_state', f.words, NULL)) AS request_state,
    rtrim(max(iif(f.field = 'request_status', f.words, NULL)), ' .') AS request_status,
    max(iif(f.field = 'replies', CAST(f.words AS INTEGER), NULL)) AS replies
FROM import_row AS i
JOIN import_field AS f ON f.row_no = i.row_no
WHERE i.part = 'data' AND i.fate IS NULL
GROUP BY i.row_no;

-- Pages of a feed overlap, and a request has the events that feeds have too: the one that tells of the request's address counts.
UPDATE import_row
SET fate = 'duplicate', reason = 'the same event stands in another place', into_row_no = same.first_no
FROM (
    SELECT row_no, first_value(row_no) OVER (PARTITION BY event_id ORDER BY url_title IS NULL, row_no) AS first_no
    FROM alaveteli_row
    WHERE event_id IS NOT NULL
) AS same
WHERE import_row.row_no = same.row_no AND same.first_no <> same.row_no;

-- What belongs to one request; of a feed that names none, title and body are one.
CREATE TEMP TABLE alaveteli_event AS
WITH known AS (
    SELECT lower(body) AS body, lower(title) AS title, min(url_title) AS url_title
    FROM alaveteli_row
    WHERE url_title IS NOT NULL
    GROUP BY lower(body), lower(title)
    HAVING count(DISTINCT url_title) = 1
)
SELECT
    a.*,
    coalesce(a.url_title, k.url_title, lower(a.body) || char(31) || lower(a.title), 'row ' || a.row_no) AS request,
    julianday(a.event_date) AS at,
    coalesce(s.meaning, 'unknown') AS meaning
FROM alaveteli_row AS a
JOIN import_row AS i ON i.row_no = a.row_no AND i.fate IS NULL
LEFT JOIN known AS k ON k.body = lower(a.body) AND k.title = lower(a.title)
LEFT JOIN alaveteli_state AS s ON s.word = rtrim(a.state, ' .')
WHERE a.event_type IS NOT NULL OR a.event_id IS NOT NULL;

-- One row a request: when it was sent, when a review was asked for, and which messages answer it and the review: the first
-- that the site does not take for an acknowledgement, else the last of which nobody has said what it is.
CREATE TEMP TABLE alaveteli_request AS
WITH sent AS (
    SELECT request, row_no, event_date, row_number() OVER (PARTITION BY request ORDER BY event_type <> 'sent', at IS NULL, at, row_no) AS place
    FROM alaveteli_event
    WHERE event_type IN ('sent', 'resent')
), review AS (
    SELECT request, row_no, event_date, at, row_number() OVER (PARTITION BY request ORDER BY at IS NULL, at, row_no) AS place
    FROM alaveteli_event
    WHERE event_type IN ('followup_sent', 'followup_resent') AND state = 'internal_review'
), message AS (
    SELECT
        e.request, e.row_no, e.meaning, coalesce(e.at > v.at, 0) AS is_after_review,
        row_number() OVER (
            PARTITION BY e.request, coalesce(e.at > v.at, 0), e.meaning
            ORDER BY iif(e.meaning = 'answered', e.at, -e.at), iif(e.meaning = 'answered', e.row_no, -e.row_no)
        ) AS place,
        count(*) OVER (PARTITION BY e.request, coalesce(e.at > v.at, 0), e.meaning) AS messages
    FROM alaveteli_event AS e
    LEFT JOIN review AS v ON v.request = e.request AND v.place = 1
    WHERE e.event_type = 'response'
), answer AS (
    SELECT
        request, row_no, is_after_review, meaning, messages,
        row_number() OVER (PARTITION BY request, is_after_review ORDER BY meaning <> 'answered') AS place
    FROM message
    WHERE place = 1 AND meaning IN ('answered', 'unknown')
)
SELECT
    r.request,
    s.row_no AS sent_no, s.event_date AS sent, v.row_no AS review_no, v.event_date AS review,
    a.row_no AS answer_no, iif(a.meaning = 'unknown', a.messages, 0) AS answer_of,
    b.row_no AS second_no, iif(b.meaning = 'unknown', b.messages, 0) AS second_of,
    (SELECT min(row_no) FROM message WHERE message.request = r.request) AS message_no,
    r.is_undelivered, r.is_withdrawn, r.label
FROM (
    SELECT e.request, max(e.meaning = 'undelivered' OR coalesce(s.meaning = 'undelivered', 0)) AS is_undelivered,
           max(e.meaning = 'withdrawn' OR coalesce(s.meaning = 'withdrawn', 0)) AS is_withdrawn,
           max(coalesce(e.request_status, e.request_state)) AS label
    FROM alaveteli_event AS e
    LEFT JOIN alaveteli_state AS s ON s.word = coalesce(e.request_state, e.request_status)
    GROUP BY e.request
) AS r
LEFT JOIN sent AS s ON s.request = r.request AND s.place = 1
LEFT JOIN review AS v ON v.request = r.request AND v.place = 1
LEFT JOIN answer AS a ON a.request = r.request AND a.place = 1 AND NOT a.is_after_review
LEFT JOIN answer AS b ON b.request = r.request AND b.place = 1 AND b.is_after_review;

-- The rows that stay: letters, and requests that still wait.
CREATE TEMP TABLE alaveteli_kept AS
SELECT answer_no AS row_no, request, 'responses' AS file, NULL AS stage, sent AS received, answer_of AS messages
FROM alaveteli_request
WHERE answer_no IS NOT NULL
UNION ALL
SELECT second_no, request, 'responses', 'internal_review', review, second_of
FROM alaveteli_request
WHERE second_no IS NOT NULL
UNION ALL
SELECT coalesce(sent_no, message_no), request, 'circulation', NULL, sent, 0
FROM alaveteli_request
WHERE answer_no IS NULL AND coalesce(sent_no, message_no) IS NOT NULL AND NOT is_undelivered AND NOT is_withdrawn;

INSERT OR REPLACE INTO import_field (row_no, field, words, kind)
SELECT row_no, 'file', file, 'text' FROM alaveteli_kept
UNION ALL
SELECT row_no, 'received', 'yes', 'text' FROM alaveteli_kept WHERE file = 'circulation'
UNION ALL
SELECT row_no, 'date_received', received, 'text' FROM alaveteli_kept WHERE received IS NOT NULL
UNION ALL
SELECT row_no, 'stage', stage, 'text' FROM alaveteli_kept WHERE stage IS NOT NULL
UNION ALL
SELECT row_no, 'stance', 'unread', 'text' FROM alaveteli_kept WHERE file = 'responses'
UNION ALL
SELECT k.row_no, 'date_responded', e.event_date, 'text'
FROM alaveteli_kept AS k
JOIN alaveteli_event AS e ON e.row_no = k.row_no
WHERE k.file = 'responses' AND e.event_date IS NOT NULL
UNION ALL
SELECT k.row_no, 'source_url', coalesce(e.event_url, e.request_url), 'text'
FROM alaveteli_kept AS k
JOIN alaveteli_event AS e ON e.row_no = k.row_no
WHERE coalesce(e.event_url, e.request_url) IS NOT NULL
UNION ALL
SELECT
    k.row_no, 'note',
    coalesce('label on the site, which is no decision: "' || coalesce(e.state, e.request_status) || '"', 'nobody has told the site what this message is') ||
        iif(k.messages > 1, '; the last of ' || k.messages || ' messages of which nobody has told what they are', ''),
    'text'
FROM alaveteli_kept AS k
JOIN alaveteli_event AS e ON e.row_no = k.row_no
WHERE k.file = 'responses'
UNION ALL
SELECT k.row_no, 'note', coalesce('label on the site: "' || coalesce(r.label, e.state) || '"', 'the site has no label for it'), 'text'
FROM alaveteli_kept AS k
JOIN alaveteli_event AS e ON e.row_no = k.row_no
JOIN alaveteli_request AS r ON r.request = k.request
WHERE k.file = 'circulation';

-- The others: parts of those, or no letters.
UPDATE import_row
SET
    fate = iif(other.into_no IS NULL, 'left_out', 'duplicate'),
    into_row_no = other.into_no,
    reason = other.reason
FROM (
    SELECT
        e.row_no,
        CASE
            WHEN (r.is_undelivered OR r.is_withdrawn) AND r.answer_no IS NULL THEN NULL
            WHEN e.event_type IN ('sent', 'resent') THEN coalesce(r.answer_no, r.second_no, nullif(r.sent_no, e.row_no))
            WHEN e.row_no = r.review_no THEN r.second_no
        END AS into_no,
        CASE
            WHEN r.is_undelivered AND r.answer_no IS NULL THEN 'delivery error: the request never arrived'
            WHEN r.is_withdrawn AND r.answer_no IS NULL THEN 'the applicant has withdrawn the request'
            WHEN e.event_type IN ('sent', 'resent') THEN 'when the request was sent: a part of its answer'
            WHEN e.row_no = r.review_no AND r.second_no IS NOT NULL THEN 'when the review was asked for: a part of its answer'
            WHEN e.event_type LIKE 'followup%' THEN 'a message of the applicant is no letter of the force'
            WHEN e.event_type = 'response' AND e.meaning = 'waiting' THEN 'an acknowledgement of receipt is no answer'
            WHEN e.event_type = 'response' AND e.meaning = 'undelivered' THEN 'an error of the post is no answer'
            WHEN e.event_type = 'response' THEN 'another message of the force on a request of which the answer is in the pack'
            WHEN e.event_type IS NULL THEN 'the entry does not say what happened'
            ELSE 'no letter of the force: ' || replace(e.event_type, '_', ' ')
        END AS reason
    FROM alaveteli_event AS e
    JOIN alaveteli_request AS r ON r.request = e.request
    WHERE e.row_no NOT IN (SELECT row_no FROM alaveteli_kept)
) AS other
WHERE import_row.row_no = other.row_no AND import_row.fate IS NULL;

-- A batch export: a row is one of the bodies that one request was put to, and has neither date nor title; the address has
-- the title, and a number behind it where the site has several of that title.
CREATE TEMP TABLE alaveteli_batch AS
SELECT
    a.row_no, a.request_url, a.replies, coalesce(a.request_status, a.request_state) AS label,
    coalesce(s.meaning, 'unknown') AS meaning,
    rtrim(rtrim(substr(a.request_url, instr(a.request_url, '/request/') + 9), '0123456789'), '_-/') AS name
FROM alaveteli_row AS a
LEFT JOIN alaveteli_state AS s ON s.word = coalesce(a.request_status, a.request_state)
WHERE a.event_type IS NULL AND a.event_id IS NULL;

-- A request of which the events are here too is told of by them, and is one of those of the export.
CREATE TEMP TABLE alaveteli_both AS
SELECT b.row_no, k.row_no AS into_no, k.file, b.name
FROM alaveteli_batch AS b
JOIN alaveteli_event AS e ON rtrim(e.request_url, '/') = rtrim(b.request_url, '/')
JOIN alaveteli_kept AS k ON k.request = e.request
GROUP BY b.row_no, k.row_no;

UPDATE import_row
SET fate = 'duplicate', into_row_no = both.into_no, reason = 'the request itself is among the files'
FROM (SELECT row_no, min(into_no) AS into_no FROM alaveteli_both GROUP BY row_no) AS both
WHERE import_row.row_no = both.row_no;

INSERT OR REPLACE INTO import_field (row_no, field, words, kind)
SELECT into_no, 'default_request', replace(name, '_', '-'), 'text' FROM alaveteli_both WHERE name <> '';

UPDATE import_row
SET fate = 'left_out', reason = 'delivery error: the request never arrived'
WHERE fate IS NULL AND row_no IN (SELECT row_no FROM alaveteli_batch WHERE meaning = 'undelivered');

UPDATE import_row
SET fate = 'left_out', reason = 'the applicant has withdrawn the request'
WHERE fate IS NULL AND row_no IN (SELECT row_no FROM alaveteli_batch WHERE meaning = 'withdrawn');

INSERT OR REPLACE INTO import_field (row_no, field, words, kind)
SELECT row_no, 'source_url', request_url, 'text' FROM alaveteli_batch WHERE request_url IS NOT NULL
UNION ALL
SELECT row_no, 'default_request', replace(name, '_', '-'), 'text' FROM alaveteli_batch WHERE instr(request_url, '/request/') AND name <> ''
UNION ALL
SELECT row_no, 'request_title', replace(name, '_', ' '), 'text' FROM alaveteli_batch WHERE instr(request_url, '/request/') AND name <> ''
UNION ALL
SELECT row_no, 'file', 'circulation', 'text'
FROM alaveteli_batch
WHERE meaning = 'waiting' OR (meaning = 'unknown' AND coalesce(replies, 0) = 0)
UNION ALL
SELECT row_no, 'received', 'yes', 'text'
FROM alaveteli_batch
WHERE meaning = 'waiting' OR (meaning = 'unknown' AND coalesce(replies, 0) = 0)
UNION ALL
SELECT row_no, 'stance', 'unread', 'text'
FROM alaveteli_batch
WHERE meaning = 'answered' OR (meaning = 'unknown' AND replies > 0)
UNION ALL
SELECT
    row_no, 'note',
    coalesce(iif(meaning = 'waiting', 'label on the site: "', 'label on the site, which is no decision: "') || label || '"', 'the site has no label for it') ||
        coalesce('; messages: ' || replies, ''),
    'text'
FROM alaveteli_batch;
