-- workbook.xlsx: the notes, in the order in which [note N] counts them
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
