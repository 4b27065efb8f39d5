-- summary.json: the audit that this one was compared with; null without one
SELECT pack, as_of, version FROM baseline;
