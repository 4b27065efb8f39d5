SELECT acknowledgement_no, force_no, collaboration_no, tool_no, publisher,
       published_earliest, published_latest, withdrawn, withdrawn_earliest, withdrawn_latest
FROM acknowledgement
ORDER BY acknowledgement_no
