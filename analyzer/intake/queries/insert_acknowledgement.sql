INSERT INTO acknowledgement
    (acknowledgement_id, force_no, collaboration_no, tool_no, topic, kind, publisher,
     published_earliest, published_latest, withdrawn, withdrawn_earliest, withdrawn_latest,
     summary, source_url, retrieved_on, file_no, line)
VALUES (:acknowledgement_id, :force_no, :collaboration_no, :tool_no, :topic, :kind, :publisher,
        :published_earliest, :published_latest, :withdrawn, :withdrawn_earliest,
        :withdrawn_latest, :summary, :source_url, :retrieved_on, :file_no, :line);
