-- workbook.xlsx: what the sheet of a table (?1) is called in words, what it holds, and what
-- to say where it holds nothing
WITH sheets(name, title, holds, if_empty) AS (VALUES
    ('findings', 'Findings', 'Each inconsistency that was found, the most severe first.', 'Nothing was found.'),
    ('matrix', 'Matrix of answers', 'Each response: its position, and whether it follows advice.', 'There is no response.'),
    ('timeline', 'Timeline', 'Everything in order of time, with what became inconsistent.', 'There is no response and no acknowledgement.'),
    ('rejects', 'Rejected rows', 'Rows of the pack that could not be read and take no part.', 'No row was rejected.'),
    ('forces', 'Forces', 'Each force and tool: position, letters, findings, figures.', 'No force has a letter or a public position.'),
    ('compliance', 'Compliance index', 'The findings that make up the index of each force.', 'No finding counts for the index.'),
    ('exposure', 'Exposure', 'What the answers about each tool give away.', 'There is no tool with a response.'),
    ('whatif', 'What if', 'What a change of one public position would give away.', 'There is no public position to change.'),
    ('corrections', 'Best corrections', 'The one letter each whose change would help most.', 'No single correction would lower anything.'),
    ('agreement', 'Agreement on questions', 'How far forces agree on a question with two answers or more.', 'No question has two answers.'),
    ('tool-agreement', 'Agreement on tools', 'Measures of agreement about each tool, with intervals.', 'There is no tool to measure agreement on.'),
    ('change-tests', 'Tests of change', 'Whether positions and conformance changed, and how far.', 'There was nothing to test.')
)
SELECT title, holds, if_empty
FROM sheets
WHERE name = ?1
ORDER BY name;
