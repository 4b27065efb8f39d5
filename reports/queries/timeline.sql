-- timeline.csv: tool by tool in order of time, undated ones first; with what each step
-- became inconsistent, in short words and by identifiers
SELECT v.date, v.kind, v.id, v.force_id, v.tool_id, v.request_id, v.question_id, v.stage, v.says, v.position,
       v.step, v.confirming, v.denying, v.ncnd,
       CASE WHEN v.speaks THEN nullif(
           coalesce((SELECT group_concat(words, '; ') FROM (
               SELECT CASE x.kind
                          WHEN 'own-line' THEN 'own line: ' || x.with_id || ' (' || x.other_side || ')'
                          WHEN 'record' THEN iif(x.with_kind = 'letter', 'own letter: ', 'own record: ') || x.with_id
                          WHEN 'collaboration' THEN iif(x.with_kind = 'letter', 'member''s letter: ', 'collaboration''s record: ') || x.with_id
                          ELSE x.effect || ' split' || iif(x.is_expected, ' (explained)', '') || ' with ' || x.forces || ' ' || x.other_side
                               || iif(x.effect = 'joins', ' since ', ': ') || group_concat(x.with_id, ' ') END
                      || iif(min(x.certainty) = 'possible', ' (order possible)', '') AS words
               FROM v_chain_conflicts x
               WHERE x.tool_no = v.tool_no AND x.step = v.step
               GROUP BY x.kind, x.effect, x.other_side, iif(x.kind = 'split', '', x.with_id)
               ORDER BY x.kind, x.other_side, x.with_id)), '')
           || coalesce((SELECT iif(EXISTS (SELECT 1 FROM chain_conflict x WHERE x.tool_no = v.tool_no AND x.step = v.step), '; ', '')
                               || 'advice: ' || s.guidance_id
                        FROM v_chain_steps s
                        WHERE s.tool_no = v.tool_no AND s.step = v.step AND s.conforms = 'no'), ''), '') END AS inconsistent_with,
       v.source_url
FROM v_timeline v
ORDER BY v.tool_id, v.day_earliest, v.day_latest, v.kind = 'withdrawal', v.kind = 'response', v.step, v.id;
