-- The words of the workbook. Used by xlsxout.c.

-- name: workbook
-- The workbook as a whole. The file's date is that of the audit, never of the clock; 0
-- would mean the clock to the library, so an audit without a date is of 1980, as its ZIP says.
SELECT 'Consistency audit of ' || pack AS title, marking, coalesce(nullif(as_of_day, 0), 3652) * 86400 AS created,
       coalesce(marking || '. ', '') || coalesce(label || '. ', '') || 'Made by Concord ' || version
       || coalesce(', as of ' || as_of, '') || '.' AS comments
FROM audit
ORDER BY only_one;

-- name: workbook_cover
-- The lines of the cover below its title, above the contents
WITH counted AS (
    SELECT (SELECT count(*) FROM response) AS responses,
           (SELECT count(*) FROM force f WHERE EXISTS (SELECT 1 FROM letter l WHERE l.force_no = f.force_no)) AS forces,
           (SELECT count(*) FROM acknowledgement) AS acknowledgements,
           (SELECT count(*) FROM matter m JOIN finding f ON f.finding_no = m.leading_no WHERE f.certainty = 'possible') AS possible,
           (SELECT count(*) FROM finding WHERE status = 'open') AS findings,
           (SELECT count(*) FROM finding WHERE status = 'waived') AS waived
), severities AS (
    SELECT group_concat(n || ' ' || severity, ', ') AS words
    FROM (SELECT s.severity, count(m.matter_no) AS n
          FROM severity s
          LEFT JOIN (SELECT m.matter_no, f.severity FROM matter m JOIN finding f ON f.finding_no = m.leading_no) m ON m.severity = s.severity
          GROUP BY s.severity
          ORDER BY s.rank DESC)
), lines(place, line) AS (
    SELECT 1, label FROM audit
    UNION ALL
    SELECT 2, iif(as_of IS NULL, 'There is no date at all in the data.',
                  'As of ' || as_of || ', ' || iif(as_of_given, 'the date asked for.', 'the latest date of an answer, a publication or a request in the data.'))
    FROM audit
    UNION ALL
    SELECT 3, responses || plural(responses, ' response', ' responses') || ' of ' || forces
              || plural(forces, ' force, ', ' forces, ') || acknowledgements
              || plural(acknowledgements, ' acknowledgement.', ' acknowledgements.')
    FROM counted
    UNION ALL
    SELECT 4, 'Open matters: ' || words || iif(possible > 0, ' (' || possible || ' of them possible, not certain)', '')
              || '; they are ' || findings || plural(findings, ' finding', ' findings') || '; waived findings: ' || waived || '.'
    FROM severities, counted
    UNION ALL
    SELECT 5, iif(audience = 'public', 'Made for the public: figures that would point at single forces are left out.',
                  'Made for internal use: it holds figures about single forces.')
    FROM measure_setting
    UNION ALL
    SELECT 6, 'The figures measure what the published answers give away, not who uses a tool.'
    UNION ALL
    SELECT 7, 'Made by Concord ' || version || '. The same tables as CSV stand beside this file; report.html tells the story.'
    FROM audit
)
SELECT line
FROM lines
WHERE line IS NOT NULL
ORDER BY place;

-- name: workbook_notes
-- The notes, in the order in which [note N] counts them
WITH notes(place, note) AS (VALUES
    (1, 'An empty cell means that the value does not apply, is not known or is undefined; in an audit made for the public also that it would point at a single force.'),
    (2, 'A date known to the day is a date of the spreadsheet. One known only to the month or year stays text, such as 2023-07 or 2023, and "yes" in a date stands for a day that is not known.'),
    (3, 'A finding is possible where its rule holds for some readings of dates known only to the month or year, and certain where it holds for all.'),
    (4, 'The figures rest on stated assumptions and measure what published answers give away, not who uses a tool. report.html says how each is computed, and when not to believe it.'),
    (5, 'Text of more than 32,767 characters, the most that a cell holds, is cut and ends with [cut: note 5]. A character that a workbook cannot hold is shown as ' || char(65533) || '. The CSV files have the exact text.'),
    (6, 'An address is a link where it begins with http:// or https:// and is of plain characters; any other stays text, as do those after the first 65,530 of a sheet.'),
    (7, 'A sheet holds at most 10,000 rows. Where there are more, the line below its title says how many, and the CSV file of the same name has them all.'),
    (8, 'Numbers are exact to the digits of the CSV files; identifiers are text even where they consist of digits.')
)
SELECT 'note ' || place AS note, note AS text
FROM notes
ORDER BY place;

-- name: workbook_column
-- What a column of the sheet of a table holds, and what it means.
-- Sheet *: of every sheet that has the column and does not say otherwise. Kinds: text, date,
-- link, whole number, decimal number (six decimals), number (as many digits as it has).
WITH columns(sheet, name, kind, meaning) AS (VALUES
    ('*', 'finding_id', 'text', 'Identifier of the finding, the same from audit to audit.'),
    ('*', 'rule_id', 'text', 'The rule that found it; "concord rules ID" explains it.'),
    ('*', 'severity', 'text', 'critical, high, medium, low or info.'),
    ('*', 'certainty', 'text', 'certain or possible.'),
    ('*', 'force_id', 'text', 'Identifier of the force.'),
    ('*', 'tool_id', 'text', 'Identifier of the tool.'),
    ('*', 'request_id', 'text', 'Identifier of the request; its national circulation number where it has one.'),
    ('*', 'question_id', 'text', 'The question of the request; empty: the letter as a whole.'),
    ('*', 'topic', 'text', 'What the question is about.'),
    ('*', 'stage', 'text', 'initial, internal_review, ico or tribunal.'),
    ('*', 'date_responded', 'date', 'Date of the letter.'),
    ('*', 'qualified', 'text', 'yes: a denial of open use that neither confirms nor denies the rest.'),
    ('*', 'message', 'text', 'What is the matter, in a sentence.'),
    ('findings', 'status', 'text', 'open or waived.'),
    ('findings', 'change', 'text', 'new, altered (other parties, severity or certainty), persisting, or resolved (waived since) against the earlier audit; empty without one.'),
    ('findings', 'date', 'date', 'Date of the latest letter concerned.'),
    ('findings', 'response_ids', 'text', 'The responses it rests on.'),
    ('findings', 'acknowledgement_ids', 'text', 'The acknowledgements it rests on.'),
    ('findings', 'ruling_ids', 'text', 'The rulings it rests on.'),
    ('findings', 'notes', 'text', 'What the coder remarked on these responses and acknowledgements.'),
    ('findings', 'read_by_machine', 'text', 'Those of its responses that were read by the program and seen by nobody.'),
    ('findings', 'remedy', 'text', 'What could be done about it.'),
    ('findings', 'parties', 'text', 'The force, or the forces of the side that the rule looks at first.'),
    ('findings', 'parties_digest', 'text', 'Stands for the parties: a waiver of a finding about several forces names it.'),
    ('findings', 'matter_id', 'text', 'The matter it is part of; empty where it is waived.'),
    ('matters', 'rank', 'whole number', 'Its place: 1 is the gravest.'),
    ('matters', 'matter_id', 'text', 'Identifier of the matter, the same from audit to audit as long as its first finding is.'),
    ('matters', 'severity', 'text', 'That of its gravest finding.'),
    ('matters', 'certainty', 'text', 'That of its gravest finding: certain or possible.'),
    ('matters', 'change', 'text', 'new (all its findings are), altered (some are new, altered or gone) or persisting against the earlier audit; empty without one.'),
    ('matters', 'rule_ids', 'text', 'The rules that found it.'),
    ('matters', 'force_id', 'text', 'Identifier of the force; empty: it is between several, the parties.'),
    ('matters', 'parties', 'text', 'The force, or the forces of the sides that the rules look at first.'),
    ('matters', 'tool_ids', 'text', 'The tools it is about.'),
    ('matters', 'request_ids', 'text', 'The requests it is about.'),
    ('matters', 'question_ids', 'text', 'The questions it is about, as its findings name them; empty: letters as a whole.'),
    ('matters', 'findings', 'whole number', 'How many open findings it is.'),
    ('matters', 'finding_ids', 'text', 'These findings, the gravest first.'),
    ('matters', 'waived_finding_ids', 'text', 'Waived findings of the same rule, force, tool and request, which are no part of it.'),
    ('matters', 'letters', 'whole number', 'Letters it rests on.'),
    ('matters', 'response_ids', 'text', 'The responses it rests on.'),
    ('matters', 'first_date', 'date', 'Date of the earliest letter concerned.'),
    ('matters', 'last_date', 'date', 'Date of the latest letter concerned.'),
    ('matters', 'message', 'text', 'What is the matter, in the words of its gravest finding.'),
    ('matters', 'remedy', 'text', 'What could be done about it.'),
    ('matrix', 'stance', 'text', 'The coded outcome of the response.'),
    ('matrix', 'partial_ncnd', 'text', 'yes: the rest beyond what is public was neither confirmed nor denied.'),
    ('matrix', 'position', 'text', 'What the response tells a reader: confirm, deny, ncnd (neither) or silent.'),
    ('matrix', 'acknowledged', 'text', 'Whose acknowledgement was in force on the day: own, collaboration, third_party or none.'),
    ('matrix', 'guidance_id', 'text', 'The advice in force on the day.'),
    ('matrix', 'expected_stance', 'text', 'What that advice asks for.'),
    ('matrix', 'conforms', 'text', 'yes, no or not_applicable.'),
    ('matrix', 'finding_ids', 'text', 'Findings that rest on the response.'),
    ('*', 'coded_by', 'text', 'machine: read from the letter by the program and seen by nobody; person: read so and decided by a person; undecided: read so and left for a person; empty: coded by hand.'),
    ('timeline', 'date', 'date', 'Date of the letter, of publication or of withdrawal.'),
    ('timeline', 'kind', 'text', 'response, acknowledgement, withdrawal or ruling.'),
    ('timeline', 'id', 'text', 'Identifier of the response, acknowledgement or ruling.'),
    ('timeline', 'force_id', 'text', 'Identifier of the force, or of the collaboration that acknowledged.'),
    ('timeline', 'says', 'text', 'Stance of the response; kind and publisher of the acknowledgement; outcome and order of the ruling.'),
    ('timeline', 'position', 'text', 'What it tells a reader: confirm, deny, ncnd (neither) or silent.'),
    ('timeline', 'step', 'whole number', 'Number of the step in the order of time of its tool; empty: it takes no part in that order.'),
    ('timeline', 'confirming', 'whole number', 'Forces that confirm after this step.'),
    ('timeline', 'denying', 'whole number', 'Forces that deny after this step.'),
    ('timeline', 'ncnd', 'whole number', 'Forces that neither confirm nor deny after this step.'),
    ('timeline', 'inconsistent_with', 'text', 'With what the step became inconsistent.'),
    ('timeline', 'source_url', 'link', 'Where it is published.'),
    ('timeline', 'note', 'text', 'What the coder remarked on the row.'),
    ('rulings', 'ruling_id', 'text', 'Identifier of the ruling.'),
    ('rulings', 'body', 'text', 'Who decided: ico, sic, tribunal or court.'),
    ('rulings', 'reference', 'text', 'Its reference.'),
    ('rulings', 'force_id', 'text', 'Identifier of the force whose answer it is about.'),
    ('rulings', 'request_id', 'text', 'Identifier of the request it is about.'),
    ('rulings', 'date', 'date', 'Its date.'),
    ('rulings', 'outcome', 'text', 'Of the complaint, or of the appeal of the applicant: upheld, partly_upheld or not_upheld.'),
    ('rulings', 'about', 'text', 'What was decided upon: ncnd, exemption, time, cost, search or other.'),
    ('rulings', 'provisions', 'text', 'The exemptions decided upon.'),
    ('rulings', 'ordered', 'text', 'What the force was told to do: confirm_or_deny, disclose, respond or none.'),
    ('rulings', 'set_aside_by', 'text', 'The later ruling of a tribunal or court by which the order no longer holds.'),
    ('rulings', 'finding_ids', 'text', 'Findings that rest on the ruling.'),
    ('rulings', 'summary', 'text', 'What it says.'),
    ('rulings', 'source_url', 'link', 'Where it is published.'),
    ('rulings', 'retrieved_on', 'date', 'When it was read.'),
    ('likeness', 'response_id', 'text', 'Identifier of the answer.'),
    ('likeness', 'position', 'text', 'What the answer shows: confirm, deny, ncnd or silent.'),
    ('likeness', 'runs', 'whole number', 'Different runs of five words in its text.'),
    ('likeness', 'others', 'whole number', 'Texts of other forces to the same question.'),
    ('likeness', 'alike', 'whole number', 'Of these, how many share half of the wording or more.'),
    ('likeness', 'nearest_force_id', 'text', 'Whose text is most like it.'),
    ('likeness', 'nearest_likeness', 'decimal number', 'Share of the runs in either text that stand in both, 0 to 1.'),
    ('likeness', 'form_of_guidance_id', 'text', 'Advice in force whose circulated form of words it is compared with.'),
    ('likeness', 'share_of_form', 'decimal number', 'Share of its runs that stand in that form of words, 0 to 1.'),
    ('rejects', 'file', 'text', 'File of the pack.'),
    ('rejects', 'line', 'whole number', 'Line of the file.'),
    ('rejects', 'column', 'text', 'Column with the value that cannot be read.'),
    ('rejects', 'code', 'text', 'Why, as a code.'),
    ('rejects', 'value', 'text', 'The value.'),
    ('rejects', 'message', 'text', 'Why, in words.'),
    ('rejects', 'suggestion', 'text', 'What may have been meant.'),
    ('silences', 'request_id', 'text', 'Empty: about the tool as the record stands, whatever the request.'),
    ('silences', 'kind', 'text', 'Why no position is known: refused_cost, refused_vexatious, clarification, transferred, extended, other, unread, withdrawn, unanswered or not_asked.'),
    ('silences', 'words', 'text', 'The same in words.'),
    ('silences', 'response_ids', 'text', 'The row that says so; of what is withdrawn the rows of the last audit.'),
    ('matrix', 'silence', 'text', 'Of an answer without a position: what it is.'),
    ('forces', 'silence', 'text', 'Where no public position is known: why.'),
    ('forces', 'position_year', 'text', 'Year of what the public position stands on.'),
    ('forces', 'position_is_old', 'text', 'yes or no: whether it is older than the audit calls old (--old-after).'),
    ('forces', 'public_position', 'text', 'confirm, deny or ncnd: by its own acknowledgement, else its latest letter.'),
    ('forces', 'stands_on', 'text', 'acknowledgement or letter.'),
    ('forces', 'letters', 'whole number', 'Letters about the tool.'),
    ('forces', 'with_position', 'whole number', 'Letters with a position.'),
    ('forces', 'judged', 'whole number', 'Letters for which some advice was in force.'),
    ('forces', 'conforming', 'whole number', 'Letters that follow it.'),
    ('forces', 'critical', 'whole number', 'Open critical matters, about the force itself.'),
    ('forces', 'high', 'whole number', 'Open high matters, about the force itself.'),
    ('forces', 'medium', 'whole number', 'Open medium matters, about the force itself.'),
    ('forces', 'low', 'whole number', 'Open low matters, about the force itself.'),
    ('forces', 'info', 'whole number', 'Open matters for information, about the force itself.'),
    ('forces', 'third_party_acknowledgements', 'whole number', 'Acknowledgements by third parties in force.'),
    ('forces', 'collaboration_acknowledgements', 'whole number', 'Acknowledgements by its collaborations in force.'),
    ('forces', 'p_use', 'decimal number', 'Chance of use that the exposure model gives; 1 and 0 where the force has confirmed or denied.'),
    ('forces', 'ncnd_share_low', 'decimal number', 'Share of users among the tool''s NCND forces: lower end of its 95 % interval.'),
    ('forces', 'ncnd_share_high', 'decimal number', 'Share of users among the tool''s NCND forces: upper end of its 95 % interval.'),
    ('forces', 'complaint_risk', 'decimal number', 'Complaint risk of the force about this tool, from 0 (nothing found) to 1; higher is worse, and no probability.'),
    ('forces', 'complaint_matters', 'whole number', 'Matters that enter it.'),
    ('forces', 'complaint_risk_of_force', 'decimal number', 'Complaint risk of the force over all tools.'),
    ('complaint-risk', 'matter_id', 'text', 'The matter it is part of; each enters once.'),
    ('complaint-risk', 'weight', 'number', 'Weight of the finding.'),
    ('complaint-risk', 'counts', 'text', 'yes: the largest of its matter, which enters; no: it does not.'),
    ('exposure', 'c', 'whole number', 'Forces that confirm.'),
    ('exposure', 'd', 'whole number', 'Forces that deny, without the qualified denials.'),
    ('exposure', 'n', 'whole number', 'Forces that neither confirm nor deny (NCND), with the qualified denials.'),
    ('exposure', 'p_use_given_ncnd', 'decimal number', 'Share of users expected among the NCND forces.'),
    ('exposure', 'prior_bits', 'decimal number', 'Bits that a reader lacked before any answer.'),
    ('exposure', 'posterior_bits', 'decimal number', 'Bits that a reader still lacks.'),
    ('exposure', 'leaked_bits', 'decimal number', 'Bits given away: the difference.'),
    ('exposure', 'k_low', 'whole number', 'Users among the NCND forces: lower end of the 95 % interval.'),
    ('exposure', 'k_high', 'whole number', 'Users among the NCND forces: upper end of the 95 % interval.'),
    ('exposure', 'decodability_ratio', 'decimal number', '1: an NCND says nothing beyond the base rate; above: it says more.'),
    ('exposure', 'min_entropy_leakage', 'decimal number', 'Bits by which the best guess about a force improved.'),
    ('exposure', 'draws', 'whole number', 'Draws of the assumptions for the next four columns.'),
    ('exposure', 'leaked_bits_low', 'decimal number', 'Bits given away over the assumptions: lower end.'),
    ('exposure', 'leaked_bits_high', 'decimal number', 'Bits given away over the assumptions: upper end.'),
    ('exposure', 'p_use_low', 'decimal number', 'Share of users among the NCND over the assumptions: lower end.'),
    ('exposure', 'p_use_high', 'decimal number', 'Share of users among the NCND over the assumptions: upper end.'),
    ('exposure', 'territorial_forces', 'whole number', 'Territorial forces, asked or not.'),
    ('exposure', 'undetermined', 'whole number', 'Those that neither confirmed nor denied.'),
    ('exposure', 'least_users', 'whole number', 'Scenario with the fewest users.'),
    ('exposure', 'most_users', 'whole number', 'Scenario with the most users.'),
    ('exposure', 'band_p_use_least', 'decimal number', 'Chance of an undetermined force with the fewest users, by counting alone.'),
    ('exposure', 'band_p_use_most', 'decimal number', 'Chance of an undetermined force with the most users, by counting alone.'),
    ('exposure', 'map_bits_least', 'decimal number', 'Bits still lacking of the map with the fewest users.'),
    ('exposure', 'all_bits_least', 'decimal number', 'Bits of the whole map with the fewest users.'),
    ('exposure', 'map_bits_most', 'decimal number', 'Bits still lacking of the map with the most users.'),
    ('exposure', 'all_bits_most', 'decimal number', 'Bits of the whole map with the most users.'),
    ('whatif', 'force_id', 'text', 'Identifier of the force; empty: any force without evidence of its own.'),
    ('whatif', 'from_position', 'text', 'Its public position: confirm, deny or ncnd (a qualified denial too).'),
    ('whatif', 'to_position', 'text', 'What that would become.'),
    ('whatif', 'others_ncnd', 'whole number', 'Other forces with NCND before and after.'),
    ('whatif', 'p_use_before', 'decimal number', 'Share of users expected among them now.'),
    ('whatif', 'p_use_after', 'decimal number', 'Share of users expected among them then.'),
    ('whatif', 'p_use_after_low', 'decimal number', 'Lower end of its 95 % interval then.'),
    ('whatif', 'p_use_after_high', 'decimal number', 'Upper end of its 95 % interval then.'),
    ('whatif', 'decodability_before', 'decimal number', 'Decodability ratio now.'),
    ('whatif', 'decodability_after', 'decimal number', 'Decodability ratio then.'),
    ('whatif', 'leaked_bits_before', 'decimal number', 'Bits given away now.'),
    ('whatif', 'leaked_bits_after', 'decimal number', 'Bits given away then.'),
    ('whatif', 'bits_about_others', 'decimal number', 'Bits about the other forces that the change gives away; less than 0: takes back.'),
    ('whatif', 'band_shift_least', 'decimal number', 'Change of the others'' chance by counting alone, with the fewest users.'),
    ('whatif', 'band_shift_most', 'decimal number', 'Change of the others'' chance by counting alone, with the most users.'),
    ('corrections', 'aim', 'text', 'exposure: the tool''s bits given away; complaint_risk: that of the force.'),
    ('corrections', 'response_id', 'text', 'The response that gives the letter its position.'),
    ('corrections', 'position', 'text', 'Position of the letter.'),
    ('corrections', 'to_position', 'text', 'Position it would have instead.'),
    ('corrections', 'before', 'decimal number', 'Bits or complaint risk now.'),
    ('corrections', 'after', 'decimal number', 'Bits or complaint risk then.'),
    ('agreement', 'n', 'whole number', 'Forces with a position.'),
    ('agreement', 'confirm', 'whole number', 'Forces that confirm.'),
    ('agreement', 'deny', 'whole number', 'Forces that deny.'),
    ('agreement', 'ncnd', 'whole number', 'Forces that neither confirm nor deny.'),
    ('agreement', 'modal_position', 'text', 'The position most often taken.'),
    ('agreement', 'modal_share', 'decimal number', 'Its share.'),
    ('agreement', 'modal_share_low', 'decimal number', 'Lower end of the 95 % interval of that share.'),
    ('agreement', 'modal_share_high', 'decimal number', 'Upper end of the 95 % interval of that share.'),
    ('agreement', 'agreement', 'decimal number', 'Share of pairs of forces that agree.'),
    ('agreement', 'entropy_bits', 'decimal number', 'How mixed the positions are, in bits.'),
    ('agreement', 'explained_bits', 'decimal number', 'Of these bits, what is explained by who had an acknowledgement of its own.'),
    ('agreement', 'judged', 'whole number', 'Answers for which some advice was in force.'),
    ('agreement', 'conforming', 'whole number', 'Answers that follow it.'),
    ('agreement', 'conforming_share_low', 'decimal number', 'Lower end of the 95 % interval of their share.'),
    ('agreement', 'conforming_share_high', 'decimal number', 'Upper end of the 95 % interval of their share.'),
    ('agreement', 'conformance_agreement', 'decimal number', 'Share of pairs that are alike in following it or not.'),
    ('tool-agreement', 'orientation', 'text', 'own-line: each force over its requests; between-forces: the forces on each question.'),
    ('tool-agreement', 'measured_on', 'text', 'position or conformance.'),
    ('tool-agreement', 'statistic', 'text', 'agreement (raw), alpha (Krippendorff), kappa (Fleiss) or ac1 (Gwet).'),
    ('tool-agreement', 'value', 'decimal number', 'Its value.'),
    ('tool-agreement', 'low', 'decimal number', 'Lower end of the 95 % interval.'),
    ('tool-agreement', 'high', 'decimal number', 'Upper end of the 95 % interval.'),
    ('tool-agreement', 'units', 'whole number', 'Units that took part.'),
    ('tool-agreement', 'ratings', 'whole number', 'Ratings in them.'),
    ('tool-agreement', 'raters', 'whole number', 'Raters.'),
    ('tool-agreement', 'undefined_resamples', 'whole number', 'Resamples for the interval that gave no value.'),
    ('*', 'undefined', 'text', 'Why there is no value.'),
    ('change-tests', 'test', 'text', 'Name of the test.'),
    ('change-tests', 'compares', 'text', 'What it compares.'),
    ('change-tests', 'n', 'whole number', 'Forces or letters compared.'),
    ('change-tests', 'statistic', 'decimal number', 'The statistic.'),
    ('change-tests', 'degrees', 'whole number', 'Degrees of freedom.'),
    ('change-tests', 'p', 'number', 'P value.'),
    ('change-tests', 'p_low', 'number', 'Lower end of its interval, where it comes from permutations.'),
    ('change-tests', 'p_high', 'number', 'Upper end of its interval, where it comes from permutations.'),
    ('change-tests', 'effect_name', 'text', 'What the effect size is.'),
    ('change-tests', 'effect', 'decimal number', 'The effect size.'),
    ('change-tests', 'effect_low', 'decimal number', 'Lower end of its 95 % interval.'),
    ('change-tests', 'effect_high', 'decimal number', 'Upper end of its 95 % interval.')
)
SELECT kind, meaning
FROM columns
WHERE sheet IN (:sheet, '*') AND name = :column
ORDER BY sheet = '*'
LIMIT 1;
