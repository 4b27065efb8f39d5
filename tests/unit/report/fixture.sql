-- A small finished audit for the tests of report/: two tools, six forces, three
-- of them with hostile names, and every kind of row that a page shows.
INSERT INTO audit (only_one, version, schema_version, pack, label, as_of_day, as_of_given, options)
VALUES (1, '9.9', 1, 'pack <b>&"''', 'Invented data: "none" is real', 20240, 0, '');
INSERT INTO input_file (file_no, name, kind, origin, encoding, sha256, bytes, read, accepted, duplicate, rejected) VALUES
    (1, 'responses.csv', 'responses', 'pack', 'UTF-8', 'aa', 900, 9, 7, 0, 2),
    (2, 'forces.csv', 'forces', 'reference', 'UTF-8', 'bb', 500, 6, 6, 0, 0),
    (3, 'acknowledgements.csv', 'acknowledgements', 'pack', 'UTF-8', 'cc', 100, 2, 2, 0, 0),
    (4, 'guidance.csv', 'guidance', 'pack', 'UTF-8', 'dd', 100, 1, 1, 0, 0),
    (5, 'circulation.csv', 'circulation', 'pack', 'UTF-8', 'ee', 100, 1, 1, 0, 0);
INSERT INTO reject VALUES
    (1, 1, 9, 'force_id', 'unknown-force', 'Nottz "Police", x', 'unknown force', 'Did you mean Nottinghamshire Police?'),
    (2, 1, 8, 'date_responded', 'bad-date', 'December' || char(10) || '2024', 'unreadable date', '2024-12');
INSERT INTO notice VALUES (1, 1, NULL, 'unknown-column', 'the column "note" is carried', 7);
INSERT INTO force (force_no, force_id, name, kind, regime, grid_col, grid_row, abbreviation, file_no, line) VALUES
    (1, '<script>', '<script>alert("x")</script>''&', 'territorial', 'FOIA', 0, 0, '<b>', 2, 2),
    (2, 'bidi', char(8238) || 'evil', 'special', 'other', NULL, NULL, 'BD', 2, 3),
    (3, 'cumbria', 'Cumbria Constabulary', 'territorial', 'FOIA', 2, 2, 'CUM', 2, 4),
    (4, 'kent', 'Kent Police', 'territorial', 'FOIA', 5, 9, 'KEN', 2, 5),
    (5, 'long', printf('%.*c', 10000, 'N'), 'territorial', 'FOIA', 5, 9, 'LONGABBREVIATION', 2, 6),
    (6, 'surrey', 'Surrey Police', 'territorial', 'FOIA', 4, 9, 'SRY', 2, 7);
INSERT INTO tool (tool_no, tool_id, name) VALUES (1, '../up "x"', 'Hostile </title> tool'), (2, 'palantir', 'Palantir');
INSERT INTO request (request_no, request_id, title) VALUES (1, '1750/22', '1750/22'), (2, '995/24', '995/24');
INSERT INTO question (question_no, request_no, question_id, topic_no) VALUES (1, 1, 'Q1', 0), (2, 2, 'Q1', 1);
INSERT INTO exemption_set VALUES (1, 'FOIA', '31(3);24(2)', '24(2);31(3)');
INSERT INTO acknowledgement (acknowledgement_no, acknowledgement_id, force_no, tool_no, kind, publisher, published_earliest,
                             published_latest, withdrawn, source_url, file_no, line) VALUES
    (1, 'kent-notice', 4, 2, 'contract_notice', 'force', 19900, 19930, 0, 'https://example.org/a?b=1&c=2', 3, 2),
    (2, 'kent-undated', 4, 2, 'media', 'third_party', NULL, NULL, 0, 'javascript:alert(1)', 3, 3);
INSERT INTO guidance (guidance_no, guidance_id, title, condition, expected_stance, expects_confirm, expects_deny, expects_ncnd,
                      file_no, line)
VALUES (1, 'cru', 'CRU 995/24', 'not_acknowledged', 'ncnd', 0, 0, 1, 4, 2);
INSERT INTO circulation VALUES (1, 2, 6, 1, 20000, 20000, NULL, NULL, 5, 2);
INSERT INTO response (response_no, line, force_no, request_no, question_no, tool_no, topic_no, stage_no, stance_no, partial_ncnd,
                      set_no, has_link, responded_earliest, responded_latest) VALUES
    (1, 2, 1, 1, 1, 2, 0, 0, 4, NULL, 1, 0, 19000, 19000),
    (2, 3, 3, 1, 1, 2, 0, 0, 3, NULL, 1, 0, 19100, 19130),
    (3, 4, 4, 1, 1, 2, 0, 0, 0, 1, NULL, 1, 19200, 19200),
    (4, 5, 4, 2, 2, 2, 1, 0, 4, NULL, 1, 0, NULL, NULL),
    (5, 6, 5, 2, 2, 2, 1, 0, 10, NULL, NULL, 0, 19300, 19300),
    (6, 7, 2, 2, 2, 2, 1, 0, 5, NULL, NULL, 0, 19300, 19664),
    (7, 7, 2, 2, 2, 1, 1, 0, 4, NULL, NULL, 0, 19300, 19300);
INSERT INTO response_wording (response_no, response_id, source_url) VALUES
    (1, 'r;1', 'https://example.org/1'), (2, 'r,2', 'JavaScript:alert(2)'), (3, 'r"3', NULL), (4, 'r4', NULL), (5, 'r5', NULL),
    (6, 'r6', NULL), (7, 'r7', 'http://example.org/7');
INSERT INTO profile
SELECT r.response_no, f.regime, s.stance, s.position, 'use', 'initial', 'unknown', NULL, r.set_no, 'unknown', 'unknown',
       r.has_link, r.responded_earliest IS NOT NULL, 0, 0, 'none', 1, 1, 'no', 1
FROM response r JOIN force f ON f.force_no = r.force_no JOIN stance s ON s.stance_no = r.stance_no;
INSERT INTO letter (letter_no, force_no, tool_no, request_no, stage_no, responded_earliest, responded_latest, position_on_use,
                    stated_on_use, partial_ncnd, cites_apart, ncnd_on_use, confirm_on_use, ncnd_on_detail, confirm_on_detail, response_no)
SELECT r.response_no, r.force_no, r.tool_no, r.request_no, 0, r.responded_earliest, r.responded_latest, s.position, s.position,
       'unknown', 0, 0, 0, 0, 0, r.response_no
FROM response r JOIN stance s ON s.stance_no = r.stance_no;
INSERT INTO response_meaning SELECT response_no, response_no, response_no FROM response;
INSERT INTO unit (unit_no, request_no, question_no, tool_no, topic, confirming, denying, ncnd, silent, unread,
                  confirming_acknowledged, ncnd_unacknowledged, guided, ncnd_bases, is_marginal) VALUES
    (1, 1, 1, 2, 'use', 1, 1, 1, 0, 0, 0, 0, 0, 1, 0), (2, 2, 2, 2, 'contract', 0, 0, 1, 1, 1, 0, 0, 0, 1, 0),
    (3, 2, 2, 1, 'contract', 0, 0, 1, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO cell
SELECT u.unit_no, r.force_no, r.response_no, s.position, 0
FROM response r
JOIN stance s ON s.stance_no = r.stance_no
JOIN unit u ON u.question_no = r.question_no AND u.tool_no = r.tool_no;
INSERT INTO public_position VALUES
    (2, 1, 'ncnd', NULL, 1, 0, 0), (2, 3, 'deny', NULL, 2, 0, 0), (2, 4, 'confirm', 1, NULL, 0, 0), (1, 2, 'ncnd', NULL, 7, 0, 0);
INSERT INTO rule (rule_id, name, title, family, severity, basis, rationale, source, remedy, sql, sha256) VALUES
    ('G03', 'denied-under-ncnd-guidance', 'Denied where the advice expects NCND', 'G', 'critical', 'advice', 'Why <b>',
     'CRU', 'Ask again.', 'SELECT 1', ''),
    ('L08', 'late', 'Answered late', 'L', 'low', 'statute', 'Why', 'Act', 'Answer in time.', 'SELECT 1', ''),
    ('X02', 'split-deny-ncnd', 'Forces split', 'X', 'critical', 'consistency', 'Why', 'Why', 'Agree.', 'SELECT 1', '');
INSERT INTO finding (finding_no, finding_id, rule_id, severity, certainty, force_no, tool_no, request_no, question_no, day, date,
                     message) VALUES
    (1, 'L08-000000000001', 'L08', 'low', 'possible', 5, 2, 2, 2, 19300, '2022-11-04', 'Late by <i>two</i> days.'),
    (2, 'X02-000000000002', 'X02', 'critical', 'certain', NULL, 2, 1, 1, 19130, '2022-05', 'One denies, one does not.'),
    (3, 'G03-000000000003', 'G03', 'critical', 'possible', 3, 2, 1, 1, 19130, '2022-05', 'Cumbria, "denied", it says.'),
    (4, 'G03-000000000004', 'G03', 'critical', 'certain', 3, NULL, NULL, NULL, NULL, NULL, 'Undated.');
INSERT INTO finding_evidence (finding_no, role, response_no, acknowledgement_no, guidance_no, circulation_no, commitment_no,
                              membership_no) VALUES
    (1, 'response', 5, NULL, NULL, NULL, NULL, NULL), (2, 'deny', 2, NULL, NULL, NULL, NULL, NULL),
    (2, 'ncnd', 1, NULL, NULL, NULL, NULL, NULL), (3, 'response', 2, NULL, NULL, NULL, NULL, NULL),
    (3, 'guidance', NULL, NULL, 1, NULL, NULL, NULL), (3, 'acknowledgement', NULL, 1, NULL, NULL, NULL, NULL),
    (3, 'acknowledgement', NULL, 2, NULL, NULL, NULL, NULL), (4, 'circulation', NULL, NULL, NULL, 1, NULL, NULL);
