-- Notices of contracts (Contracts Finder, Find a Tender), releases of the Open Contracting Data Standard and rows of CSV: the
-- first publication of an award is an acknowledgement, an amendment one of its own day. A notice of what may be bought
-- acknowledges nothing.

CREATE TEMP TABLE contract_row AS
SELECT
    i.row_no,
    max(iif(f.field = 'ocid', f.words, NULL)) AS ocid,
    max(iif(f.field = 'release_id', f.words, NULL)) AS release_id,
    lower(max(iif(f.field = 'tags', ';' || f.words || ';', NULL))) AS tags,
    max(iif(f.field = 'force_id', f.words, NULL)) AS buyer,
    max(iif(f.field = 'title', f.words, NULL)) AS title,
    max(iif(f.field = 'description', f.words, NULL)) AS description,
    max(iif(f.field = 'contract_titles', f.words, NULL)) AS contract_titles,
    max(iif(f.field = 'suppliers', f.words, NULL)) AS suppliers,
    max(iif(f.field = 'supplier_cell', f.words, NULL)) AS supplier_cell,
    max(iif(f.field = 'published', f.words, NULL)) AS published,
    max(iif(f.field = 'release_date', f.words, NULL)) AS release_date,
    lower(max(iif(f.field = 'tender_status', f.words, NULL))) AS tender_status,
    lower(max(iif(f.field = 'award_statuses', ';' || f.words || ';', NULL))) AS award_statuses,
    max(iif(f.field = 'live_awards', CAST(f.words AS INTEGER), NULL)) AS live_awards,
    max(iif(f.field = 'notice_url', f.words, NULL)) AS notice_url,
    max(iif(f.field = 'notice_identifier', f.words, NULL)) AS notice_identifier,
    lower(max(iif(f.field = 'notice_type', f.words, NULL))) AS notice_type,
    lower(max(iif(f.field = 'status', f.words, NULL))) AS status,
    max(iif(f.field = 'awarded_date', f.words, NULL)) AS awarded_date
FROM import_row AS i
JOIN import_field AS f ON f.row_no = i.row_no
WHERE i.part = 'data' AND i.fate IS NULL
GROUP BY i.row_no;

-- The names in "[name|address|...][name|address|...]"; whatever follows a name is not taken along.
CREATE TEMP TABLE contract_supplier AS
WITH RECURSIVE piece (row_no, place, rest, block) AS (
    SELECT row_no, 0, replace(replace(replace(supplier_cell, char(13), ' '), char(10), ' '), '] [', ']['), '' FROM contract_row WHERE supplier_cell IS NOT NULL
    UNION ALL
    SELECT
        row_no, place + 1,
        CASE instr(rest, '][') WHEN 0 THEN '' ELSE substr(rest, instr(rest, '][') + 2) END,
        CASE instr(rest, '][') WHEN 0 THEN rest ELSE substr(rest, 1, instr(rest, '][') - 1) END
    FROM piece
    WHERE rest <> ''
)
SELECT row_no, place, trim(CASE instr(block, '|') WHEN 0 THEN block ELSE substr(block, 1, instr(block, '|') - 1) END, ' []') AS name
FROM piece
WHERE place > 0;

UPDATE contract_row
SET suppliers = (
    SELECT group_concat(name, '; ')
    FROM (SELECT name FROM contract_supplier AS s WHERE s.row_no = contract_row.row_no AND name <> '' GROUP BY name ORDER BY min(place))
)
WHERE supplier_cell IS NOT NULL;

-- What a notice is; the key says which notices are about one award.
CREATE TEMP TABLE contract_notice AS
SELECT
    *,
    coalesce(
        ocid,
        lower(buyer) || char(31) || lower(notice_identifier) || char(31) || lower(title),
        lower(buyer) || char(31) || lower(title) || char(31) || coalesce(suppliers, '')
    ) AS award,
    CASE
        WHEN tags LIKE '%;compiled;%' THEN 'a compiled release is put together from notices, and is none: get the releases'
        WHEN tags LIKE '%;awardcancellation;%' THEN 'a cancelled award is no contract'
        WHEN tags LIKE '%;contracttermination;%' THEN 'the end of a contract acknowledges nothing new'
        WHEN tags IS NOT NULL AND tags NOT LIKE '%;award%' AND tags NOT LIKE '%;contract%' AND tags NOT LIKE '%;implementation%' THEN
            CASE
                WHEN tags LIKE '%;tender%' THEN 'a tender is no contract'
                WHEN tags LIKE '%;planning%' THEN 'a plan to buy is no contract'
                ELSE 'neither an award nor a contract: ' || trim(tags, ';')
            END
        WHEN ocid IS NOT NULL AND buyer IS NULL AND title IS NULL THEN 'only the address of a notice, without what it says: get the release itself'
        WHEN ocid IS NOT NULL AND award_statuses LIKE '%;unsuccessful;%' AND live_awards = 0 THEN 'an unsuccessful award is no contract'
        WHEN ocid IS NOT NULL AND award_statuses LIKE '%;cancelled;%' AND live_awards = 0 THEN 'a cancelled award is no contract'
        WHEN ocid IS NOT NULL AND coalesce(live_awards, 0) = 0 THEN 'there is no award in it'
        WHEN ocid IS NULL AND (notice_type LIKE '%pipeline%' OR notice_type LIKE '%future%' OR notice_type LIKE '%engagement%' OR notice_type LIKE '%planning%') AND suppliers IS NULL
            THEN 'a plan to buy is no contract'
        WHEN ocid IS NULL AND (status LIKE 'cancel%' OR notice_type LIKE '%cancel%') THEN 'a cancelled notice is no contract'
        WHEN ocid IS NULL AND status LIKE 'unsuccessful%' THEN 'an unsuccessful award is no contract'
        WHEN ocid IS NULL AND coalesce(status, '') NOT LIKE 'award%' AND suppliers IS NULL THEN
            iif(status LIKE 'withdraw%', 'withdrawn before anything was awarded', 'a tender is no contract')
        WHEN ocid IS NULL AND coalesce(status, '') LIKE 'open%' THEN 'a tender is no contract'
    END AS why_not,
    coalesce(tags LIKE '%;contractamendment;%', 0) AS is_amendment,
    -- An update is an award too where nothing else of it is here.
    coalesce((tags LIKE '%;awardupdate;%' OR tags LIKE '%;contractupdate;%' OR tags LIKE '%;implementation%') AND
        tags NOT LIKE '%;award;%' AND tags NOT LIKE '%;contract;%', 0) AS is_update,
    coalesce(tender_status LIKE 'withdrawn%', 0) OR coalesce(award_statuses LIKE '%;withdrawn;%', 0) OR
        coalesce(status LIKE 'withdraw%', 0) AS is_withdrawn
FROM contract_row;

UPDATE import_row
SET fate = 'left_out', reason = n.why_not
FROM contract_notice AS n
WHERE import_row.row_no = n.row_no AND n.why_not IS NOT NULL;

-- The first publication of each award, and each amendment, which pages of a feed may repeat.
CREATE TEMP TABLE contract_kept AS
SELECT
    row_no, award, is_amendment, award_first, is_update,
    first_value(row_no) OVER same AS first_no,
    max(is_withdrawn) OVER (PARTITION BY award) AS is_withdrawn
FROM (
    SELECT
        *,
        iif(is_amendment, award || char(31) || coalesce(release_id, release_date, row_no), award) AS same_key,
        coalesce(julianday(iif(is_amendment, release_date, published)), julianday(release_date)) AS at,
        min(iif(is_amendment, NULL, published)) OVER (PARTITION BY award) AS award_first
    FROM contract_notice
    WHERE why_not IS NULL
)
WINDOW same AS (PARTITION BY same_key ORDER BY is_update, at IS NULL, at, row_no);

UPDATE import_row
SET
    fate = 'duplicate', into_row_no = k.first_no,
    reason = iif(k.is_update, 'an update of an award that is in the pack by its first notice', 'another notice of the same award')
FROM contract_kept AS k
WHERE import_row.row_no = k.row_no AND k.first_no <> k.row_no;

INSERT OR REPLACE INTO import_field (row_no, field, words, kind)
WITH kept AS (
    SELECT n.*, k.is_withdrawn AS award_withdrawn
    FROM contract_kept AS k
    JOIN contract_notice AS n ON n.row_no = k.row_no
    WHERE k.first_no = k.row_no
)
SELECT row_no, 'date_published', coalesce(iif(is_amendment, release_date, published), release_date), 'text'
FROM kept
WHERE coalesce(iif(is_amendment, release_date, published), release_date) IS NOT NULL
UNION ALL
SELECT row_no, 'acknowledgement_id', coalesce(release_id, ocid), 'text' FROM kept WHERE coalesce(release_id, ocid) IS NOT NULL
UNION ALL
SELECT row_no, 'reference', notice_identifier, 'text' FROM kept WHERE notice_identifier IS NOT NULL
UNION ALL
SELECT row_no, 'source_url', notice_url, 'text' FROM kept WHERE notice_url IS NOT NULL
UNION ALL
SELECT row_no, 'date_withdrawn', 'yes', 'text' FROM kept WHERE award_withdrawn AND NOT is_amendment
UNION ALL
SELECT
    row_no, 'summary',
    iif(is_amendment, 'Amended contract', 'Contract') || coalesce(' with ' || suppliers, '') || coalesce(': ' || title, ''), 'text'
FROM kept
UNION ALL
SELECT row_no, 'tool_words', coalesce(contract_titles || ' ', '') || coalesce(suppliers || ' ', '') || coalesce(description, ''), 'text'
FROM kept
WHERE coalesce(contract_titles, suppliers, description) IS NOT NULL
UNION ALL
SELECT row_no, 'note', 'the notice of the award itself is not in the export: this is an update of it', 'text' FROM kept WHERE is_update
UNION ALL
SELECT row_no, 'note', 'an amendment of ' || ocid, 'text' FROM kept WHERE is_amendment AND ocid IS NOT NULL;

-- A force buys in the name of its chief.
UPDATE import_field
SET words = trim(substr(words, instr(lower(words), 'chief constable') + 19))
WHERE
    field = 'force_id' AND instr(words, ';') = 0 AND
    (lower(words) LIKE 'chief constable of %' OR lower(words) LIKE 'the chief constable of %' OR
        lower(words) LIKE 'chief constable for %' OR lower(words) LIKE 'the chief constable for %');
