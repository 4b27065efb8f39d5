-- Made once the passes have filled the tables; each serves a rule or a page.
CREATE INDEX response_meaning_by_profile ON response_meaning (profile_no);
CREATE INDEX response_meaning_by_letter ON response_meaning (letter_no);
CREATE INDEX letter_by_force_tool ON letter (force_no, tool_no, responded_earliest);
CREATE INDEX acknowledgement_for_by_force_tool ON acknowledgement_for (force_no, tool_no);
CREATE INDEX carried_value_by_line ON carried_value (file_no, line);
CREATE INDEX chain_step_by_letter ON chain_step (letter_no) WHERE letter_no IS NOT NULL;
CREATE INDEX chain_step_by_acknowledgement ON chain_step (acknowledgement_no) WHERE acknowledgement_no IS NOT NULL;
CREATE INDEX chain_step_by_ruling ON chain_step (ruling_no) WHERE ruling_no IS NOT NULL;
CREATE INDEX ruling_by_force ON ruling (force_no);
CREATE INDEX membership_by_force ON membership (force_no);
CREATE INDEX acknowledgement_by_force ON acknowledgement (force_no);
CREATE INDEX bank_holiday_by_day ON bank_holiday (day, division);
