-- Made before the rows are in, which one statement stores: few have what they are about. What most rows
-- have (a text) has no index: to make it costs more than to look at every row twenty times.
CREATE INDEX response_note ON response_wording (response_no) WHERE note IS NOT NULL;
CREATE INDEX response_coded ON response_wording (response_no) WHERE coded_by <> 'undecided';
