-- What is of a bag: filled from temp.bag_scope, a row with the force and, where they were asked for,
-- request and tool. Used by scope.c.

CREATE TEMP TABLE bag_tool AS
SELECT t.tool_no
FROM temp.bag_scope s
CROSS JOIN tool t
WHERE s.tool_no IS NULL OR t.tool_no = s.tool_no
   OR EXISTS (SELECT 1 FROM tool_ancestor a WHERE a.tool_no = t.tool_no AND a.ancestor_no = s.tool_no);

-- part: 'asked for', or 'a finding rests on it'.
CREATE TEMP TABLE bag_response (response_no INTEGER PRIMARY KEY, part TEXT NOT NULL);
INSERT INTO temp.bag_response (response_no, part)
SELECT r.response_no, 'asked for'
FROM temp.bag_scope s
CROSS JOIN response r ON r.force_no = s.force_no
WHERE (s.request_no IS NULL OR r.request_no = s.request_no)
  AND r.tool_no IN (SELECT tool_no FROM temp.bag_tool);

CREATE TEMP TABLE bag_request AS
SELECT DISTINCT r.request_no FROM temp.bag_response b JOIN response r ON r.response_no = b.response_no
UNION
SELECT request_no FROM temp.bag_scope WHERE request_no IS NOT NULL;

-- The tools that the answers are about, with what these are part of, and what is part of them.
CREATE TEMP TABLE bag_subject AS
SELECT r.tool_no FROM temp.bag_response b JOIN response r ON r.response_no = b.response_no
UNION
SELECT t.tool_no FROM temp.bag_tool t CROSS JOIN temp.bag_scope s WHERE s.tool_no IS NOT NULL
UNION
SELECT a.tool_no FROM acknowledgement_for a CROSS JOIN temp.bag_scope s
WHERE a.force_no = s.force_no AND s.request_no IS NULL AND a.tool_no IN (SELECT tool_no FROM temp.bag_tool);

CREATE TEMP TABLE bag_finding (finding_no INTEGER PRIMARY KEY);
INSERT INTO temp.bag_finding (finding_no)
SELECT fi.finding_no
FROM temp.bag_scope s
CROSS JOIN finding fi
WHERE (fi.force_no IS s.force_no
       OR EXISTS (SELECT 1 FROM finding_party p WHERE p.finding_no = fi.finding_no AND p.force_no = s.force_no)
       OR EXISTS (SELECT 1 FROM finding_evidence e JOIN response r ON r.response_no = e.response_no
                  WHERE e.finding_no = fi.finding_no AND r.force_no = s.force_no))
  AND (s.request_no IS NULL OR fi.request_no IS s.request_no
       OR EXISTS (SELECT 1 FROM finding_evidence e JOIN temp.bag_response b ON b.response_no = e.response_no
                  WHERE e.finding_no = fi.finding_no))
  AND (s.tool_no IS NULL OR fi.tool_no IN (SELECT tool_no FROM temp.bag_tool)
       OR EXISTS (SELECT 1 FROM finding_evidence e JOIN temp.bag_response b ON b.response_no = e.response_no
                  WHERE e.finding_no = fi.finding_no));

INSERT OR IGNORE INTO temp.bag_response (response_no, part)
SELECT r.response_no, 'a finding rests on it'
FROM temp.bag_scope s
CROSS JOIN temp.bag_finding f
CROSS JOIN finding_evidence e ON e.finding_no = f.finding_no
CROSS JOIN response r ON r.response_no = e.response_no AND r.force_no = s.force_no;

-- What others answered to the same requests, and what findings rest on.
CREATE TEMP TABLE bag_comparator (response_no INTEGER PRIMARY KEY, part TEXT NOT NULL);
INSERT INTO temp.bag_comparator (response_no, part)
SELECT r.response_no, 'same request'
FROM temp.bag_scope s
CROSS JOIN response r
WHERE r.force_no <> s.force_no AND r.request_no IN (SELECT request_no FROM temp.bag_request)
  AND r.tool_no IN (SELECT tool_no FROM temp.bag_tool);
INSERT OR IGNORE INTO temp.bag_comparator (response_no, part)
SELECT r.response_no, 'a finding rests on it'
FROM temp.bag_scope s
CROSS JOIN temp.bag_finding f
CROSS JOIN finding_evidence e ON e.finding_no = f.finding_no
CROSS JOIN response r ON r.response_no = e.response_no AND r.force_no <> s.force_no;

-- speaks: own, collaboration, third_party: for the force; 'another force': a finding rests on it.
CREATE TEMP TABLE bag_acknowledgement (acknowledgement_no INTEGER PRIMARY KEY, speaks TEXT NOT NULL);
INSERT OR IGNORE INTO temp.bag_acknowledgement (acknowledgement_no, speaks)
SELECT a.acknowledgement_no, a.level
FROM temp.bag_scope s
CROSS JOIN acknowledgement_for a ON a.force_no = s.force_no
WHERE a.tool_no IN (SELECT tool_no FROM temp.bag_subject)
ORDER BY a.level = 'own' DESC, a.level = 'collaboration' DESC, a.acknowledgement_no;
INSERT OR IGNORE INTO temp.bag_acknowledgement (acknowledgement_no, speaks)
SELECT e.acknowledgement_no, 'another force'
FROM temp.bag_finding f
CROSS JOIN finding_evidence e ON e.finding_no = f.finding_no
WHERE e.acknowledgement_no IS NOT NULL;

CREATE TEMP TABLE bag_guidance AS
SELECT g.guidance_no
FROM guidance g
WHERE (g.request_no IS NULL OR g.request_no IN (SELECT request_no FROM temp.bag_request)
       OR g.tool_no IS NOT NULL)
  AND (g.tool_no IS NULL
       OR g.tool_no IN (SELECT a.ancestor_no FROM tool_ancestor a WHERE a.tool_no IN (SELECT tool_no FROM temp.bag_subject)))
UNION
SELECT e.guidance_no FROM temp.bag_finding f JOIN finding_evidence e ON e.finding_no = f.finding_no
WHERE e.guidance_no IS NOT NULL;

CREATE TEMP TABLE bag_ruling AS
SELECT k.ruling_no
FROM temp.bag_subject b JOIN ruling_for k ON k.tool_no = b.tool_no
UNION
SELECT k.ruling_no FROM temp.bag_scope s JOIN ruling k ON k.force_no = s.force_no
WHERE k.tool_no IN (SELECT tool_no FROM temp.bag_tool) AND (s.request_no IS NULL OR k.request_no IS s.request_no)
UNION
SELECT e.ruling_no FROM temp.bag_finding f JOIN finding_evidence e ON e.finding_no = f.finding_no
WHERE e.ruling_no IS NOT NULL;

CREATE TEMP TABLE bag_waiver AS
SELECT DISTINCT m.waiver_no FROM temp.bag_finding f JOIN v_waiver_matches m ON m.finding_no = f.finding_no
UNION
SELECT w.waiver_no FROM temp.bag_scope s JOIN waiver w ON w.force_no = s.force_no
WHERE s.request_no IS NULL OR w.request_no IS NULL OR w.request_no = s.request_no;

-- A letter that stands in the bag; several rows may be of one.
CREATE TEMP TABLE bag_letter (response_no INTEGER PRIMARY KEY, file TEXT, state TEXT NOT NULL);
