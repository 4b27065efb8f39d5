-- Used by units.c.

-- name: ncnd_keys
SELECT set_no, regime, ncnd_key FROM exemption_set ORDER BY set_no;

-- name: insert_unit
INSERT INTO unit (unit_no, request_no, question_no, tool_no, topic, confirming, denying, qualified, ncnd, silent, unread,
                  confirming_acknowledged, ncnd_unacknowledged, guided, ncnd_bases, is_marginal)
VALUES (:unit_no, :request_no, :question_no, :tool_no, :topic, :confirming, :denying, :qualified, :ncnd, :silent, :unread,
        :confirming_acknowledged, :ncnd_unacknowledged, :guided, :ncnd_bases, :is_marginal);

-- name: insert_cell
INSERT INTO cell (unit_no, force_no, response_no, position, qualified)
VALUES (:unit_no, :force_no, :response_no, :position, :qualified);
