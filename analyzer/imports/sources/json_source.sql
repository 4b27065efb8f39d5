-- Used by json_source.c. A statement whose name ends in _rows gives one kind of record as rows: its columns are the
-- headings, but "record", which says where in the file a row comes from.

-- name: json_is_sound
SELECT json_valid(:text) AS is_sound;

-- name: forget_json_records
DELETE FROM temp.json_record;

-- name: fill_json_records
-- Packages, lists and records are opened until what is in them is a record by itself. Of a record of the Open Contracting
-- Data Standard its releases count; the compiled one is put together from them, and is a record only where they lack.
WITH RECURSIVE node (path, json, holder) AS (
    SELECT '', json_object('all', json_array(json(:text))), '$.all'
    UNION ALL
    SELECT
        CASE node.holder
            WHEN '$.all' THEN ''
            WHEN '$' THEN node.path || '/' || each.key
            ELSE node.path || '/' || substr(node.holder, 3) || '/' || each.key
        END,
        CASE WHEN each.type IN ('object', 'array') THEN each.value ELSE json_object('value', each.value) END,
        CASE each.type
            WHEN 'array' THEN '$'
            WHEN 'object' THEN
                CASE
                    WHEN json_array_length(each.value, '$.releases') > 0 THEN '$.releases'
                    WHEN json_type(each.value, '$.compiledRelease') = 'object' THEN NULL
                    WHEN json_type(each.value, '$.ocid') IS NOT NULL THEN NULL
                    WHEN json_type(each.value, '$.event_type') IS NOT NULL THEN NULL
                    WHEN json_type(each.value, '$.info_request_events') IS NOT NULL THEN NULL
                    WHEN json_type(each.value, '$.releases') = 'array' THEN '$.releases'
                    WHEN json_type(each.value, '$.records') = 'array' THEN '$.records'
                    WHEN json_type(each.value, '$.results') = 'array' THEN '$.results'
                    WHEN json_type(each.value, '$.data') = 'array' THEN '$.data'
                    WHEN json_type(each.value, '$.items') = 'array' THEN '$.items'
                    WHEN json_type(each.value, '$.rows') = 'array' THEN '$.rows'
                END
        END
    FROM node
    JOIN json_each(node.json, node.holder) AS each
    WHERE node.holder IS NOT NULL
)
INSERT INTO temp.json_record (path, kind, json)
SELECT
    path,
    CASE
        WHEN json_type(json, '$.info_request_events') = 'array' THEN 'request'
        WHEN json_type(json, '$.event_type') IS NOT NULL AND json_type(json, '$.info_request') = 'object' THEN 'event'
        WHEN json_type(json, '$.compiledRelease') = 'object' THEN 'compiled'
        WHEN json_type(json, '$.ocid') IS NOT NULL OR (json_type(json, '$.tag') = 'array' AND json_type(json, '$.url') IS NOT NULL)
            THEN 'release'
        ELSE 'plain'
    END,
    json
FROM node
WHERE holder IS NULL;

-- name: alaveteli_event_rows
-- What happened to requests on an Alaveteli site: the events of a request, and those of a feed. The site is the one that
-- the United Kingdom has; a request holds no address.
WITH event (record_no, position, record, json, request, body) AS (
    SELECT
        r.record_no, e.key, r.path || COALESCE('/info_request_events/' || e.key, ''), COALESCE(e.value, '{}'), r.json,
        json_extract(r.json, '$.public_body.name')
    FROM temp.json_record AS r
    LEFT JOIN json_each(r.json, '$.info_request_events') AS e
    WHERE r.kind = 'request'
    UNION ALL
    SELECT
        record_no, 0, path, json, json_extract(json, '$.info_request'),
        COALESCE(json_extract(json, '$.public_body.name'), json_extract(json, '$.info_request.public_body.name'))
    FROM temp.json_record
    WHERE kind = 'event'
)
SELECT
    record,
    json_extract(json, '$.id') AS event_id,
    json_extract(json, '$.event_type') AS event_type,
    json_extract(json, '$.created_at') AS event_date,
    json_extract(json, '$.described_state') AS described_state,
    json_extract(json, '$.calculated_state') AS calculated_state,
    body AS public_body,
    json_extract(request, '$.title') AS title,
    json_extract(request, '$.url_title') AS url_title,
    json_extract(request, '$.described_state') AS request_state,
    json_extract(request, '$.display_status') AS request_status,
    'https://www.whatdotheyknow.com/request/' || json_extract(request, '$.url_title') AS request_url,
    CASE
        WHEN json_extract(json, '$.incoming_message_id') IS NOT NULL
            THEN 'https://www.whatdotheyknow.com/request/' || json_extract(request, '$.url_title') || '#incoming-' ||
                json_extract(json, '$.incoming_message_id')
    END AS event_url
FROM event
ORDER BY record_no, position;

-- name: ocds_release_rows
-- Releases of the Open Contracting Data Standard. A release is published on the first day that it or the notice of an
-- award in it says. Several suppliers, or buyers, stand in one cell.
WITH
release (record_no, record, json) AS (
    SELECT
        record_no, path, CASE kind WHEN 'compiled' THEN json_set(json_extract(json, '$.compiledRelease'), '$.tag', json('["compiled"]')) ELSE json END
    FROM temp.json_record
    WHERE kind IN ('release', 'compiled')
),
party (record_no, party_id, name, legal, roles) AS (
    SELECT
        r.record_no, json_extract(p.value, '$.id'), NULLIF(trim(json_extract(p.value, '$.name')), ''),
        NULLIF(trim(json_extract(p.value, '$.identifier.legalName')), ''), CASE json_type(p.value, '$.roles') WHEN 'array' THEN json_extract(p.value, '$.roles') ELSE '[]' END
    FROM release AS r
    JOIN json_each(r.json, '$.parties') AS p
    WHERE p.type = 'object'
),
award (record_no, position, json, is_live) AS (
    SELECT
        r.record_no, a.key, a.value,
        COALESCE(json_extract(a.value, '$.status'), '') NOT IN ('cancelled', 'unsuccessful')
    FROM release AS r
    JOIN json_each(r.json, '$.awards') AS a
    WHERE a.type = 'object'
),
notice (record_no, position, url, published) AS (
    SELECT
        a.record_no, a.position, json_extract(d.value, '$.url'), json_extract(d.value, '$.datePublished')
    FROM award AS a
    JOIN json_each(a.json, '$.documents') AS d
    WHERE d.type = 'object' AND json_extract(d.value, '$.documentType') = 'awardNotice'
),
supplier (record_no, position, place, name) AS (
    SELECT
        a.record_no, a.position, s.key,
        COALESCE(NULLIF(trim(json_extract(s.value, '$.name')), ''), p.name, p.legal, json_extract(s.value, '$.id')) ||
            CASE
                WHEN p.legal <> COALESCE(NULLIF(trim(json_extract(s.value, '$.name')), ''), p.name, p.legal) THEN ' (' || p.legal || ')'
                ELSE ''
            END
    FROM award AS a
    JOIN json_each(a.json, '$.suppliers') AS s
    LEFT JOIN party AS p ON p.record_no = a.record_no AND p.party_id = json_extract(s.value, '$.id')
    WHERE s.type = 'object' AND a.is_live
),
buyer (record_no, position, name) AS (
    SELECT record_no, 0, NULLIF(trim(json_extract(json, '$.buyer.name')), '') FROM release
    UNION ALL
    SELECT p.record_no, 1, COALESCE(p.name, p.legal)
    FROM party AS p
    JOIN release AS r ON r.record_no = p.record_no
    WHERE
        EXISTS (SELECT 1 FROM json_each(p.roles) AS role WHERE role.value = 'buyer') AND
        (p.party_id IS NOT json_extract(r.json, '$.buyer.id') OR COALESCE(trim(json_extract(r.json, '$.buyer.name')), '') = '')
    UNION ALL
    SELECT p.record_no, 2, COALESCE(p.name, p.legal)
    FROM party AS p
    JOIN release AS r ON r.record_no = p.record_no
    WHERE
        COALESCE(trim(json_extract(r.json, '$.buyer.name')), '') = '' AND
        EXISTS (SELECT 1 FROM json_each(p.roles) AS role WHERE role.value = 'procuringEntity') AND
        NOT EXISTS (
            SELECT 1
            FROM party AS other
            JOIN json_each(other.roles) AS role
            WHERE other.record_no = p.record_no AND role.value = 'buyer'
        )
),
stamp (record_no, stamp) AS (
    SELECT record_no, json_extract(json, '$.date') FROM release
    UNION ALL
    SELECT record_no, json_extract(json, '$.datePublished') FROM award
    UNION ALL
    SELECT record_no, published FROM notice
)
SELECT
    r.record,
    json_extract(r.json, '$.ocid') AS ocid,
    json_extract(r.json, '$.id') AS release_id,
    (SELECT group_concat(value, ';') FROM json_each(r.json, '$.tag')) AS tags,
    (
        SELECT group_concat(name, '; ')
        FROM (SELECT name FROM buyer WHERE record_no = r.record_no AND name IS NOT NULL GROUP BY name ORDER BY MIN(position), name)
    ) AS buyer,
    COALESCE(
        json_extract(r.json, '$.tender.title'),
        (SELECT json_extract(json, '$.title') FROM award WHERE record_no = r.record_no ORDER BY position LIMIT 1),
        json_extract(r.json, '$.contracts[0].title')
    ) AS title,
    COALESCE(
        json_extract(r.json, '$.tender.description'),
        (SELECT json_extract(json, '$.description') FROM award WHERE record_no = r.record_no ORDER BY position LIMIT 1),
        json_extract(r.json, '$.contracts[0].description')
    ) AS description,
    (
        SELECT group_concat(title, '; ')
        FROM (
            SELECT DISTINCT json_extract(json, '$.title') AS title FROM award WHERE record_no = r.record_no AND is_live
            UNION
            SELECT json_extract(c.value, '$.title') FROM json_each(r.json, '$.contracts') AS c WHERE c.type = 'object'
        )
    ) AS contract_titles,
    (
        SELECT group_concat(name, '; ')
        FROM (
            SELECT name
            FROM supplier
            WHERE record_no = r.record_no AND name IS NOT NULL
            GROUP BY name
            ORDER BY MIN(position), MIN(place), name
        )
    ) AS suppliers,
    json_extract(r.json, '$.date') AS release_date,
    (
        SELECT stamp FROM stamp
        WHERE record_no = r.record_no AND stamp IS NOT NULL
        ORDER BY julianday(stamp) IS NULL, julianday(stamp), stamp
        LIMIT 1
    ) AS published,
    json_extract(r.json, '$.tender.status') AS tender_status,
    (
        SELECT group_concat(status, ';')
        FROM (SELECT DISTINCT json_extract(json, '$.status') AS status FROM award WHERE record_no = r.record_no ORDER BY 1)
    ) AS award_statuses,
    (SELECT COUNT(*) FROM award WHERE record_no = r.record_no AND is_live) +
        COALESCE(json_array_length(r.json, '$.contracts'), 0) * NOT EXISTS (SELECT 1 FROM award WHERE record_no = r.record_no)
        AS live_awards,
    COALESCE(
        (SELECT url FROM notice WHERE record_no = r.record_no AND url IS NOT NULL ORDER BY position LIMIT 1),
        CASE
            WHEN json_extract(r.json, '$.ocid') LIKE 'ocds-h6vhtk-%' AND json_extract(r.json, '$.id') GLOB '[0-9]*-[0-9][0-9][0-9][0-9]'
                THEN 'https://www.find-tender.service.gov.uk/Notice/' || json_extract(r.json, '$.id')
        END
    ) AS notice_url
FROM release AS r
ORDER BY r.record_no;

-- name: plain_json_names
-- Any other objects: a column for each name, in the order in which they come.
SELECT field.key AS name
FROM temp.json_record AS r
JOIN json_each(r.json) AS field
WHERE r.kind = 'plain' AND field.type <> 'null'
GROUP BY field.key
ORDER BY MIN(r.record_no), MIN(field.id)
LIMIT 500;

-- name: plain_json_cells
-- Lists of words stand in one cell; what is deeper is kept as it is.
SELECT
    r.record_no, r.path AS record, field.key AS name,
    CASE
        WHEN field.type = 'array' AND json_type(field.value, '$[0]') IN ('text', 'integer', 'real')
            THEN (SELECT group_concat(item.value, '; ') FROM json_each(field.value) AS item)
        WHEN field.type IN ('true', 'false') THEN upper(field.type)
        ELSE field.value
    END AS words,
    CASE
        WHEN field.type IN ('integer', 'real') THEN 'number'
        WHEN field.type IN ('true', 'false') THEN 'boolean'
        ELSE 'text'
    END AS kind
FROM temp.json_record AS r
JOIN json_each(r.json) AS field
WHERE r.kind = 'plain' AND field.type <> 'null'
ORDER BY r.record_no, field.id;
