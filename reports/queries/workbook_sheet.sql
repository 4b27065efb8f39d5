-- workbook.xlsx: what the sheet of a table (?1) is called in words, what it holds, and what
-- to say where it holds nothing
WITH sheets(name, title, holds, if_empty) AS (VALUES
    ('findings', 'Findings', 'Each inconsistency that was found, the most severe first.', 'Nothing was found.'),
    ('matrix', 'Matrix of answers', 'Each response: its position, and whether it follows the advice in force on its day.', 'There is no response.'),
    ('timeline', 'Timeline', 'Responses and acknowledgements in order of time, tool by tool, and with what each became inconsistent.', 'There is no response and no acknowledgement.'),
    ('rejects', 'Rejected rows', 'Rows of the pack that could not be read and take no part.', 'No row was rejected.'),
    ('forces', 'Forces', 'Each force and tool: public position, letters, findings and figures.', 'No force has a letter or a public position.'),
    ('compliance', 'Compliance index', 'The findings that the compliance index of each force is made of.', 'No finding counts for the index.'),
    ('exposure', 'Exposure', 'What the answers about each tool give away.', 'There is no tool with a response.'),
    ('whatif', 'What if', 'What a change of one public position would give away.', 'There is no public position to change.'),
    ('corrections', 'Best corrections', 'The one letter whose change would lower a tool''s exposure, or a force''s index, most.', 'No single correction would lower anything.'),
    ('agreement', 'Agreement on questions', 'How far the forces agree on each question with two answers or more.', 'No question has two answers.'),
    ('tool-agreement', 'Agreement on tools', 'Measures of agreement about each tool, with intervals.', 'There is no tool to measure agreement on.'),
    ('change-tests', 'Tests of change', 'Tests of whether positions and conformance changed, with effect sizes.', 'There was nothing to test.')
)
SELECT title, holds, if_empty
FROM sheets
WHERE name = ?1
ORDER BY name;
