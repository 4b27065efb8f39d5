-- Made when the rows are in: kept with each of them they would cost half as much as the row. What
-- most rows have (a text) has no index: to make it costs more than to look at every row twenty times.
CREATE INDEX response_note ON response_wording (response_no) WHERE note IS NOT NULL;
CREATE INDEX response_coded ON response_wording (response_no) WHERE coded_by <> 'undecided';
