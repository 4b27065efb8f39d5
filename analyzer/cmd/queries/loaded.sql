-- What came of the rows of the pack itself.
SELECT count(*), sum(read), sum(accepted), sum(duplicate), sum(rejected) FROM input_file WHERE origin = 'pack'
