SELECT sum(state = 'live'), sum(state = 'expired'), sum(state IN ('unmatched', 'unknown-rule')) FROM v_waivers
