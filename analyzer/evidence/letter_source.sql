-- Used by letter_source.c.

-- name: bag_digest_of_responses
SELECT sha256 FROM input_file WHERE kind = 'responses';
