INSERT INTO membership
    (collaboration_no, force_no, from_earliest, from_latest, to_earliest, to_latest, lead,
     source_url, kind, confidence, file_no, line)
VALUES (:collaboration_no, :force_no, :from_earliest, :from_latest, :to_earliest, :to_latest,
        :lead, :source_url, :kind, :confidence, :file_no, :line);
