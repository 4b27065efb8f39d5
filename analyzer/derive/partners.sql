-- Used by partners.c.

-- name: insert_partner
INSERT INTO partner (unit_no, collaboration_no, reading, force_no, response_no, position, maybe_outside,
                     maybe_acknowledged_conforming, maybe_unacknowledged_conforming, maybe_departing)
VALUES (:unit_no, :collaboration_no, :reading, :force_no, :response_no, :position, :maybe_outside,
        :maybe_acknowledged_conforming, :maybe_unacknowledged_conforming, :maybe_departing);
