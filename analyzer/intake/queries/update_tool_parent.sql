UPDATE tool SET parent_no = ?2 WHERE tool_no = ?1;
