INSERT INTO commitment
    (commitment_id, title, force_no, applies_to, from_earliest, from_latest, to_earliest,
     to_latest, summary, source_url, file_no, line)
VALUES (:commitment_id, :title, :force_no, :applies_to, :from_earliest, :from_latest,
        :to_earliest, :to_latest, :summary, :source_url, :file_no, :line);
