-- Used by responses.c.

-- name: response_identifier
SELECT response_id FROM response_wording WHERE response_no = :response_no;

-- name: same_response
-- Does the row at hand say what an earlier response says (SEMANTICS 4)? Its line,
-- and 1 where every normalised column is the same.
SELECT r.line,
       r.force_no IS :force_no AND r.request_no IS :request_no
       AND r.question_no IS :question_no AND r.tool_no IS :tool_no AND r.topic_no IS :topic_no
       AND r.stage_no IS :stage_no AND r.stance_no IS :stance_no
       AND r.partial_ncnd IS :partial_ncnd AND r.held_no IS :held_statement_no AND r.use_no IS :use_statement_no
       AND r.set_no IS :exemptions_no AND r.harm_test IS :harm_test
       AND r.public_interest_test IS :public_interest_test
       AND r.applicant_no IS :applicant_kind_no
       AND r.received_earliest IS :received_earliest AND r.received_latest IS :received_latest
       AND r.responded_earliest IS :responded_earliest
       AND r.responded_latest IS :responded_latest
       AND w.reference IS :reference AND w.link IS :link AND w.text IS :text
       AND r.retrieved_earliest IS :retrieved_earliest AND r.retrieved_latest IS :retrieved_latest
       AND w.source_url IS :source_url AND w.note IS :note AS is_same
FROM response r
JOIN response_wording w ON w.response_no = r.response_no
WHERE r.response_no = :response_no;

-- name: limbs_of_regulations
-- What rows cite of a section 10 to 13 that only the Regulations of that number have (SEMANTICS 55).
SELECT c.act, c.citation, CASE c.act WHEN 'FOISA' THEN 'EISR' ELSE 'EIR' END AS regulations,
       min(r.line) AS line, count(*) AS n
FROM exemption_citation c
JOIN response r ON r.set_no = c.set_no
WHERE c.is_of_regulations = 1
GROUP BY c.act, c.citation
ORDER BY c.act, c.citation;

-- name: create_carried_index
CREATE INDEX carried_value_by_line ON carried_value (file_no, line);

-- name: drop_carried_index
DROP INDEX IF EXISTS carried_value_by_line;

-- name: carried_is_same
-- How many carried values a line has, and how many of them are this one.
SELECT count(*) AS stored, coalesce(sum(column_name = :column_name AND value IS :value), 0) AS same
FROM carried_value
WHERE file_no = :file_no AND line = :line;
