SELECT sum(state = 'live'), sum(state = 'expired'), sum(state IN ('unmatched', 'unknown-rule')),
       sum(state IN ('parties-changed', 'parties-not-named')) FROM v_waivers
