-- Used by forces_list.c.

-- name: force_id_of
SELECT force_id FROM force WHERE force_no = :number;
