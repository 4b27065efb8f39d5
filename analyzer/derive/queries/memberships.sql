SELECT collaboration_no, force_no, from_earliest, from_latest, to_earliest, to_latest
FROM membership
ORDER BY force_no, collaboration_no, membership_no
