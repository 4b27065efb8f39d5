-- Used by record.c.

-- name: acknowledgements_of_record
SELECT acknowledgement_no, force_no, collaboration_no, is_of_all, tool_no, publisher,
       published_earliest, published_latest, withdrawn AS is_withdrawn, withdrawn_earliest, withdrawn_latest
FROM acknowledgement
ORDER BY acknowledgement_no;

-- name: insert_acknowledgement_for
INSERT INTO acknowledgement_for (force_no, tool_no, acknowledgement_no, level, possible_from, possible_to,
                                 certain_from, certain_to)
VALUES (:force_no, :tool_no, :acknowledgement_no, :level, :possible_from, :possible_to,
        :certain_earliest, :certain_latest);
