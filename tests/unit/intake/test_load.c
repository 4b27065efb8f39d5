/* SPDX-License-Identifier: MIT
 * Each clause of DATA.md ("Common rules") and of SEMANTICS.md on input: a pack,
 * a query, and what it must give.
 */
#include "suites.h"
#include "support.h"
#include "table.h"

#include "intake/loading.h"

#include <string.h>

#define SPACES_100                                                                                 \
    "                                                  "                                           \
    "                                                  "
#define BOUNDED "response_id,force_id,request_id,date_received,date_responded,retrieved_on,stance\n"
#define HEADER  "response_id,force_id,request_id,date_responded,stance\n"
#define REJECTS "SELECT line, column_name, code, value FROM reject ORDER BY reject_no"
#define NOTICES "SELECT code, line, rows FROM notice ORDER BY notice_no"
#define ROWS    "SELECT response_id, force_id, request_id, date_responded, stance FROM v_responses"

static const struct {
    struct loading_file files[LOADING_FILES];
    const char *sql, *expected;
} packs[] = {
    /* columns: any order, case, spaces, aliases; unknown ones are carried */
    {{{"responses.csv", " Outcome ,Public  Authority,RESPONSE-ID,CRU ref,Date of Response\n"
                        "ncnd,Kent Police,a,995/24,2024\n"}},
     ROWS,
     "a|kent|995/24|2024|ncnd"},
    {{{"responses.csv", HEADER "a,kent,1/24,2024,ncnd\n"}}, REJECTS, ""},
    {{{"responses.csv", "response_id,force_id,request_id,stance,Colour,Size\n"
                        "a,kent,1/24,ncnd,red,\nb,kent,2/24,ncnd,,9\n"}},
     "SELECT line, column_name, value FROM carried_value",
     "2|Colour|red;3|Size|9"},
    {{{"responses.csv", "response_id,force_id,request_id,stance,Colour,tool_id\n"
                        "a,kent,1/24,ncnd,red,t\n"}},
     NOTICES,
     "unknown-column|1|1;unknown-tool|2|1;no-dates||1"},
    /* the contract's own name goes before an alias */
    {{{"responses.csv", "response_id,Authority,force_id,request_id,stance\na,x,kent,1/24,ncnd\n"}},
     "SELECT force_id, (SELECT value FROM carried_value) FROM v_responses",
     "kent|x"},
    /* delimiters, line ends, BOM, quoted newlines */
    {{{"responses.csv", "response_id;force_id;request_id;stance\r\na;kent;1/24;ncnd\r\n"}},
     "SELECT response_id, stance FROM v_responses",
     "a|ncnd"},
    {{{"responses.csv", "response_id\tforce_id\trequest_id\tstance\na\tkent\t1/24\tncnd"}},
     "SELECT response_id, stance FROM v_responses",
     "a|ncnd"},
    {{{"responses.csv", "\xEF\xBB\xBF" HEADER "a,kent,1/24,2024,ncnd\n"}},
     "SELECT encoding FROM input_file WHERE kind = 'responses'",
     "UTF-8"},
    {{{"responses.csv", "response_id,force_id,request_id,stance,text\n"
                        "a,kent,1/24,ncnd,\"one, \"\"two\"\"\nthree\"\nb,kent,2/24,ncnd,x\n"}},
     "SELECT response_id, line, length(text) FROM v_responses",
     "a|2|16;b|4|1"},
    /* encodings */
    {{{"responses.csv", HEADER "caf\xE9,kent,1/24,2024,ncnd\n\x81,kent,1/24,2024,ncnd\n"}},
     "SELECT (SELECT response_id FROM v_responses), (SELECT code FROM reject), "
     "(SELECT code FROM notice), (SELECT encoding FROM input_file WHERE kind = 'responses')",
     "caf\xC3\xA9|invalid-encoding|windows-1252|Windows-1252"},
    {{{"responses.csv",
       "\xEF\xBB\xBF" HEADER "caf\xE9,kent,1/24,2024,ncnd\nb,kent,1/24,2024,ncnd\n"}},
     "SELECT (SELECT response_id FROM v_responses), (SELECT value FROM reject)",
     "b|caf\\xE9"},
    /* not known */
    {{{"responses.csv", "response_id,force_id,request_id,stance,topic,harm_test,note,question_id\n"
                        "a,kent,1/24,ncnd,unknown,n/a,-,N/A\n"}},
     "SELECT topic, harm_test, note, question_id FROM v_responses",
     "|||"},
    {{{"responses.csv",
       HEADER "-,kent,1/24,2024,ncnd\na,,1/24,2024,ncnd\nb,kent,unknown,2024,ncnd\n"
              "c,kent,1/24,2024,n/a\n"}},
     REJECTS,
     "2|response_id|empty-value|-;3|force_id|empty-value|;4|request_id|empty-value|unknown;5|"
     "stance|"
     "empty-value|n/a"},
    /* dates */
    {{{"responses.csv", HEADER "a,kent,1/24,2024-12-09,ncnd\nb,kent,1/24,2024-12,ncnd\n"
                               "c,kent,1/24,2024,ncnd\nd,kent,1/24,09/12/2024,ncnd\n"
                               "e,kent,1/24,9 December 2024,ncnd\nf,kent,1/24,9 dec 2024,ncnd\n"
                               "g,kent,1/24,,ncnd\n"}},
     "SELECT date_responded FROM v_responses",
     "2024-12-09;2024-12;2024;2024-12-09;2024-12-09;2024-12-09;"},
    {{{"responses.csv", HEADER "a,kent,1/24,December 2024,ncnd\nb,kent,1/24,12/2024,ncnd\n"
                               "c,kent,1/24,9th Dec 2024,ncnd\nd,kent,1/24,2024-02-31,ncnd\n"}},
     "SELECT code, suggestion FROM reject",
     "bad-date|Write 2024-12.;bad-date|Write 2024-12.;bad-date|Write 2024-12-09.;"
     "impossible-date|Check the date in the source; dates are read day first."},
    /* yes/no and lists */
    {{{"responses.csv",
       "response_id,force_id,request_id,stance,harm_test,public_interest_test\n"
       "a,kent,1/24,ncnd,TRUE,0\nb,kent,1/24,ncnd,y,N\nc,kent,1/24,ncnd,maybe,no\n"}},
     "SELECT harm_test, public_interest_test FROM v_responses UNION ALL "
     "SELECT code, value FROM reject",
     "yes|no;yes|no;bad-yes-no|maybe"},
    {{{"responses.csv", HEADER "a,kent,1/24,2024,ncmd\n"}},
     "SELECT code, substr(suggestion, 1, 18) FROM reject",
     "not-in-list|Did you mean ncnd?"},
    /* forces */
    {{{"responses.csv", HEADER "a,Met Police,1/24,2024,ncnd\nb,mps,1/24,2024,ncnd\n"
                               "c,Metropolitan Police Service (MPS),1/24,2024,ncnd\n"
                               "d,Devon & Cornwall  Police,1/24,2024,ncnd\n"
                               "e,Dyfed\xE2\x80\x93Powys Police,1/24,2024,ncnd\n"}},
     "SELECT force_id FROM v_responses",
     "metropolitan;metropolitan;metropolitan;devon-and-cornwall;dyfed-powys"},
    {{{"responses.csv", HEADER "a,Kemt Police,1/24,2024,ncnd\n"}},
     "SELECT code, substr(suggestion, 1, 32) FROM reject",
     "unknown-force|Did you mean Kent Police (kent) "},
    {{{"forces.csv",
       "force_id,name,aliases,regime\nb,Beta,X,FOIA\na,Alpha,X;Gamma,FOISA\nc,Gamma,,Manx\n"},
      {"responses.csv", HEADER "1,x,1/24,2024,ncnd\n2,c,1/24,2024,ncnd\n3,A,1/24,2024,ncnd\n"
                               "4,gamma,1/24,2024,ncnd\n"}},
     "SELECT group_concat(force_id, ' '), (SELECT group_concat(code) FROM reject), (SELECT "
     "group_concat(force_id "
     "|| regime, ' ') FROM (SELECT * FROM force ORDER BY force_no)) FROM v_responses",
     "c a|ambiguous-name,ambiguous-name|aFOISA bFOIA cother"},
    /* a pack's forces.csv is filled from the reference */
    {{{"forces.csv",
       "force_id,name,regime,abbreviation\nkent,Kent Police,FOIA,KKK\nnew,New,FOIA,\n"},
      {"responses.csv", HEADER "a,new,1/24,2024,ncnd\n"}},
     "SELECT force_id, area_code, grid_col IS NULL, abbreviation FROM force",
     "kent|E23000032|0|KKK;new||1|"},
    {{{"forces.csv", "force_id,name\n"}, {"responses.csv", HEADER "a,kent,1/24,2024,ncnd\n"}},
     "SELECT (SELECT count(*) FROM force), (SELECT code FROM reject), (SELECT read FROM input_file "
     "WHERE kind = 'collaborations'), (SELECT code FROM notice)",
     "0|unknown-force|0|reference-not-used"},
    /* circulation numbers and requests */
    {{{"responses.csv", HEADER "a,kent,995/24,2024,ncnd\nb,kent,Log No.995/24,2024,ncnd\n"
                               "c,kent,CRU 0995/24,2024,ncnd\nd,kent,00099524,2024,ncnd\n"
                               "e,kent,99524,2024,ncnd\nf,kent,995/2024,2024,ncnd\n"
                               "g,kent,2024,2024,ncnd\nh,kent,nyp-1,2024,ncnd\n"}},
     "SELECT request_id FROM v_responses",
     "995/24;995/24;995/24;995/24;995/24;995/24;2024;nyp-1"},
    {{{"requests.csv", "request_id,title,aliases,tool_id\nLog No 7/24,A,Big One;8/24,t1\n"},
      {"tools.csv", "tool_id,name,aliases\nt1,Tool One,The Tool\n"},
      {"responses.csv", HEADER "a,kent,big one,2024,ncnd\nb,kent,CRU 008/24,2024,ncnd\n"
                               "c,kent,9/24,2024,ncnd\n"}},
     "SELECT request_id, tool_id FROM v_responses",
     "7/24|t1;7/24|t1;9/24|unspecified"},
    /* tools and questions */
    {{{"tools.csv", "tool_id,name,aliases,parent_tool_id\nb,Beta,Bee,Alpha\nA,Alpha,,\n"},
      {"responses.csv",
       "response_id,force_id,request_id,tool_id,stance,question_id\n"
       "1,kent,1/24,BEE,ncnd,q1\n2,kent,1/24,Zed,ncnd, Q1 \n3,kent,1/24,alpha,ncnd,1\n"}},
     "SELECT tool_id, question_id, (SELECT tool_no FROM tool t WHERE t.tool_id = v.tool_id) "
     "FROM v_responses v",
     "b|Q1|2;Zed|Q1|3;A|1|1"},
    {{{"tools.csv", "tool_id,name,parent_tool_id\na,A,b\nb,B,a\nc,C,zz\n"},
      {"responses.csv", HEADER "a,kent,1/24,2024,ncnd\n"}},
     "SELECT group_concat(code, ' '), (SELECT group_concat(coalesce(parent_no, 0), ' ') FROM tool) "
     "FROM notice",
     "parent-circle unknown-tool unspecified-tool|2 0 4 0 0"},
    /* stance empty with text */
    {{{"responses.csv",
       "response_id,force_id,request_id,stance,text\na,kent,1/24,,No.\nb,kent,1/24,,\n"}},
     "SELECT (SELECT stance FROM v_responses), (SELECT column_name FROM reject), "
     "(SELECT group_concat(code, ' ') FROM notice)",
     "unread|stance|unspecified-tool stance-unread no-dates"},
    {{{"responses.csv", "response_id,force_id,request_id,text\na,kent,1/24,No.\n"}},
     "SELECT stance FROM v_responses",
     "unread"},
    /* exemptions */
    {{{"responses.csv",
       "response_id,force_id,request_id,stance,exemptions\n"
       "a,kent,1/24,ncnd,\"s31(3), s24(2)\"\nb,kent,1/24,ncnd,S.31(3) and S.24(2)\n"
       "c,kent,1/24,ncnd,Section 24 (2);s.31(3) FOIA\nd,kent,1/24,ncnd,common sense\n"
       "e,kent,1/24,ncnd,31(3)(a);99(1);35(1);39(1)\n"}},
     "SELECT citations, ncnd_key FROM exemption_set",
     "24(2);31(3)|24(2);31(3);31(3)(a);35(1);39(1);99(1)|31(3)"},
    {{{"responses.csv", "response_id,force_id,request_id,stance,exemptions\n"
                        "a,police-scotland,1/24,ncnd,18(1);38(1)(b);31(3);99;22A(1);8(2)\n"}},
     "SELECT c.citation, e.citation, c.is_ncnd, c.harm_test_needed, section_in FROM "
     "exemption_citation c LEFT JOIN exemption e USING (exemption_no) ORDER BY ordinal",
     "8(2)||0|0|own;18(1)|18(1)|1|0|own;22A(1)||0|0|other;31(3)||0|0|own;"
     "38(1)(b)|38(1)(b)|0|0|own;99||0|0|neither"},
    {{{"responses.csv", "response_id,force_id,request_id,stance,exemptions\n"
                        "a,nca,1/24,ncnd,\"not subject, at all\"\n"}},
     "SELECT regime, citations, ncnd_key, (SELECT group_concat(section_in) FROM "
     "exemption_citation) "
     "FROM exemption_set",
     "other|at all;not subject||own,own"},
    {{{"responses.csv",
       "response_id,force_id,request_id,stance,exemptions\na,kent,1/24,ncnd,none of them\n"}},
     REJECTS,
     "2|exemptions|bad-exemption|none of them"},
    /* duplicates: normalised values; whatever is carried counts too */
    {{{"responses.csv",
       HEADER "a,kent,1/24,2024-01-02,ncnd\na,Kent Police,CRU 01/24,02/01/2024,NCND\n"
              "a,kent,1/24,2024-01-02,not_held\n"}},
     "SELECT read, accepted, duplicate, rejected FROM input_file WHERE kind = 'responses'",
     "3|1|1|1"},
    {{{"responses.csv", "response_id,force_id,request_id,stance,x\na,kent,1/24,ncnd,1\n"
                        "a,kent,1/24,ncnd,1\na,kent,1/24,ncnd,2\na,kent,1/24,ncnd,\n"}},
     "SELECT duplicate, rejected FROM input_file WHERE kind = 'responses'",
     "1|2"},
    {{{"responses.csv", HEADER},
      {"circulation.csv", "request_id,force_id,received,date_received\n1/24,kent,yes,2024\n"
                          "CRU 1/24,Kent Police,y,2024\n1/24,kent,no,2024\n1/24,essex,yes,\n"}},
     "SELECT read, accepted, duplicate, rejected FROM input_file WHERE kind = 'circulation'",
     "4|2|1|1"},
    {{{"responses.csv", HEADER},
      {"questions.csv", "request_id,question_id,topic\n1/24,q1,use\n1/24,Q1,use\n1/24,Q1,cost\n"}},
     "SELECT accepted, duplicate, rejected, (SELECT count(*) FROM question) FROM input_file "
     "WHERE kind = 'questions'",
     "1|1|1|1"},
    /* a rejected row adds nothing */
    {{{"responses.csv", "response_id,force_id,request_id,question_id,tool_id,exemptions,stance\n"
                        "a,kent,1/24,Q1,t,31(3),wrong\n"}},
     "SELECT (SELECT count(*) FROM request), (SELECT count(*) FROM question), "
     "(SELECT count(*) FROM tool), (SELECT count(*) FROM exemption_set)",
     "0|0|0|0"},
    /* the reader's rejects */
    {{{"responses.csv",
       HEADER "a,kent,1/24\nb,kent,1/24,2024,ncnd\nc,kent,1/24,2024,\"ncnd\nd,e\n"}},
     "SELECT line, code FROM reject",
     "2|field-count;4|unclosed-quote"},
    /* acknowledgements, guidance, commitments, collaborations, waivers */
    {{{"responses.csv", HEADER},
      {"acknowledgements.csv",
       "acknowledgement_id,force_id,collaboration_id,tool_id,kind,publisher,date_published,date_"
       "withdrawn\n"
       "1,kent,,t,media,force,2024,yes\n2,,emsou,t,media,collaboration,2024,2024-05\n"
       "3,,,t,media,force,2024,\n4,kent,,t,media,force,,no\n5,,nowhere,t,media,force,,\n"}},
     "SELECT acknowledgement_id, force_id, collaboration_id, date_withdrawn FROM "
     "v_acknowledgements UNION ALL SELECT line, column_name, code, '' FROM reject",
     "1|kent||yes;2||emsou|2024-05;4|kent||;4|force_id|empty-value|;6|collaboration_id|unknown-"
     "collaboration|"},
    {{{"responses.csv", HEADER},
      {"guidance.csv",
       "guidance_id,title,effective_from,condition,expected_stance,required_exemptions\n"
       "z,Z,,any,held_s21; Disclosed,\"s31(3), 24(2)\"\na,A,2024,acknowledged,not_held,\n"}},
     "SELECT g.guidance_no, guidance_id, expected_stance, expects_confirm, expects_deny, "
     "effective_from_earliest IS NULL, required_exemptions, count(citation) FROM guidance g "
     "LEFT JOIN guidance_exemption USING (guidance_no) GROUP BY 1",
     "1|a|not_held|0|1|0||0;2|z|held_s21;disclosed|1|0|1|31(3);24(2)|2"},
    {{{"responses.csv", HEADER},
      {"commitments.csv", "commitment_id,title,force_id\nc,C,*\nc,C,kent\nc,C,\n"}},
     "SELECT count(*), sum(force_no IS NULL), (SELECT column_name FROM reject) FROM commitment",
     "2|1|force_id"},
    {{{"responses.csv", HEADER},
      {"waivers.csv",
       "finding_id,rule_id,force_id,reason,approved_by_role,expires_on\n"
       "G01-1,,,r,Head,2025\n,G01,kent,r,Head,2025\n,G01,,r,Head,2025\n,,,r,Head,2025\n"}},
     "SELECT count(*), (SELECT group_concat(column_name) FROM reject) FROM waiver",
     "2|force_id,finding_id"},
    /* names of several things, told once a file */
    {{{"responses.csv", HEADER},
      {"tools.csv", "tool_id,name,aliases\nARGUS,X,\nargus,Y,\nb,Same,\nc,Same,b\n"},
      {"requests.csv", "request_id,title,aliases\n1/24,A,one\n2/24,B,One\n"}},
     "SELECT message, rows FROM notice",
     "\"argus\" is a name of more than one tool: X (ARGUS) and Y (argus) (2 further names "
     "likewise); a row must write the identifier that is meant|3;\"one\" is a name of more "
     "than one request: "
     "1/24 and 2/24; a row must write the identifier that is meant|1"},
    /* unknown files */
    {{{"responses.csv", HEADER}, {"respnses.csv", "x\n"}, {"notes.txt", "x"}},
     "SELECT message FROM notice",
     "respnses.csv is no file of the contract and was not read; did you mean responses.csv?"},
    /* as-of: the latest end of the dates that count */
    {{{"responses.csv", HEADER "a,kent,1/24,2023,ncnd\n"},
      {"circulation.csv", "request_id,force_id,received,date_received\n1/24,kent,yes,2024-02\n"}},
     "SELECT as_of, as_of_given FROM audit",
     "2024-02-29|0"},
    {{{"responses.csv", HEADER "a,kent,1/24,,ncnd\n"}}, "SELECT as_of IS NULL FROM audit", "1"},
    /* what receipt and retrieval say about a date (SEMANTICS 51) */
    {{{"responses.csv", BOUNDED "a,kent,1/24,2024-01-10,2024,2024-03-31,ncnd\n"
                                "b,kent,2/24,2023-01-10,,2023-06-30,ncnd\n"
                                "c,kent,3/24,2022-01-01,,2023-06-30,ncnd\n"
                                "d,kent,4/24,,,2023-06-30,ncnd\n"
                                "e,kent,5/24,,2024-02,2024-01-15,ncnd\n"
                                "f,kent,6/24,2024-05-01,2024-05-02,2024-05-03,ncnd\n"}},
     "SELECT response_id, bounds, date_responded, date(responded_earliest * 86400, 'unixepoch'), "
     "date(responded_latest * 86400, 'unixepoch'), date(open_latest * 86400, 'unixepoch') "
     "FROM dated_response JOIN response_wording USING (response_no) ORDER BY 1",
     "a|cut|2024|2024-01-10|2024-03-31|;b|given||2023-01-10|2023-06-30|;c|open||||2023-06-30;"
     "d|open||||2023-06-30;e|kept|2024-02|2024-02-01|2024-02-29|;"
     "f||2024-05-02|2024-05-02|2024-05-02|"},
    {{{"responses.csv", BOUNDED "e,kent,5/24,,2024-02,2024-01-15,ncnd\n"}},
     "SELECT (SELECT as_of FROM audit), code, rows FROM notice WHERE code = 'dates-cross'",
     "2024-02-29|dates-cross|1"},
    {{{"responses.csv", BOUNDED "a,kent,1/24,,2024,,ncnd\nb,kent,1/24,,2024,2024-03-31,ncnd\n"}},
     "SELECT as_of, (SELECT count(*) FROM response WHERE bounds = 'cut') FROM audit",
     "2024-03-31|2"},
    {{{"responses.csv", HEADER},
      {"acknowledgements.csv",
       "acknowledgement_id,force_id,tool_id,kind,publisher,date_published,retrieved_on\n"
       "a,*,t,media,third_party,,2024-01-10\nb,*,t,media,force,2024,2024-01-10\n"
       "c,kent,t,media,force,2024,2024-01-10\nd,kent,t,media,force,2024-02,2024-01-10\n"}},
     "SELECT acknowledgement_id, force_id, date_published, published_earliest IS NULL, "
     "date(published_latest * 86400, 'unixepoch'), (SELECT code FROM reject) "
     "FROM v_acknowledgements ORDER BY 1",
     "a|*||1|2024-01-10|not-of-all;c|kent|2024-01|0|2024-01-10|not-of-all;"
     "d|kent|2024-02|0|2024-02-29|not-of-all"},
    /* so does what it says of a ruling */
    {{{"responses.csv", HEADER},
      {"rulings.csv",
       "ruling_id,body,force_id,tool_id,date,outcome,about,retrieved_on\n"
       "a,ico,kent,t,2024,upheld,ncnd,2024-03-05\n"
       "b,ico,kent,t,2024-06,upheld,ncnd,2024-03-05\n"
       "c,ico,kent,t,2024-02-01,upheld,ncnd,2024-04\n"
       "d,ico,kent,t,2024-02-02,upheld,ncnd,\ne,ico,kent,t,2024-02-02,upheld,ncnd,spring\n"}},
     "SELECT ruling_id, date(date_latest * 86400, 'unixepoch'), retrieved_on, (SELECT rows FROM "
     "notice WHERE code = 'dates-cross'), "
     "(SELECT column_name || ' ' || code FROM reject), (SELECT as_of FROM audit) FROM ruling ORDER "
     "BY 1",
     "a|2024-03-05|2024-03-05|1|retrieved_on bad-date|;b|2024-06-30|2024-03-05|1|retrieved_on "
     "bad-date|;"
     "c|2024-02-01|2024-04|1|retrieved_on bad-date|;d|2024-02-02||1|retrieved_on bad-date|"},
    {{{"responses.csv", HEADER "a,kent,1/24,2024-02-20,ncnd\nb,essex,1/24,2024-02-21,ncnd\n"
                               "c,surrey,1/24,2042-02-21,ncnd\n"},
      {"rulings.csv", "ruling_id,body,force_id,tool_id,date,outcome,about,retrieved_on\n"
                      "a,ico,kent,t,2024-01-05,upheld,ncnd,2042-01-05\n"}},
     "SELECT as_of, (SELECT count(*) FROM notice WHERE code = 'date-far-off') FROM audit",
     "2042-02-21|0"},
    /* a slip of the pen is no day of the audit (SEMANTICS 66), two such letters are */
    {{{"responses.csv", HEADER "a,kent,1/24,2024-02-20,ncnd\nb,essex,1/24,2024-02-21,ncnd\n"
                               "c,surrey,1/24,2042-02-21,ncnd\n"}},
     "SELECT as_of, (SELECT count(*) FROM notice WHERE code = 'date-far-off') FROM audit",
     "2024-02-21|1"},
    {{{"responses.csv", HEADER "a,kent,1/24,2024-02-20,ncnd\nb,essex,1/24,2024-02-21,ncnd\n"
                               "c,surrey,1/24,2042-02-21,ncnd\nd,sussex,1/24,2042-02-21,ncnd\n"}},
     "SELECT as_of, (SELECT count(*) FROM notice WHERE code = 'date-far-off') FROM audit",
     "2042-02-21|0"},
    {{{"responses.csv", HEADER "a,kent,1/24,2024-02-20,ncnd\nc,surrey,1/24,2042-02-21,ncnd\n"}},
     "SELECT as_of, (SELECT count(*) FROM notice WHERE code = 'date-far-off') FROM audit",
     "2042-02-21|0"},
    /* a month of receipt long after the last day that is known (SEMANTICS 56) */
    {{{"responses.csv", HEADER "a,kent,1/24,2024-02-20,ncnd\n"},
      {"circulation.csv", "request_id,force_id,received,date_received\n1/24,kent,yes,2024-12\n"}},
     "SELECT as_of, (SELECT count(*) FROM notice WHERE code = 'as-of-late') FROM audit",
     "2024-12-31|1"},
    {{{"responses.csv", HEADER "a,kent,1/24,2024-02-20,ncnd\n"},
      {"requests.csv", "request_id,title,date_logged\n1/24,r,2024-03\n"}},
     "SELECT as_of, (SELECT count(*) FROM notice WHERE code = 'as-of-late') FROM audit",
     "2024-03-01|0"},
    /* the label */
    {{{"responses.csv", HEADER}, {"label.txt", "Invented data\n"}},
     "SELECT label FROM audit",
     "Invented data"},
    {{{"responses.csv", HEADER}, {"label.txt", "two\nlines\n"}},
     "SELECT label, (SELECT code FROM notice) FROM audit",
     "|bad-label"},
    {{{"responses.csv", HEADER}, {"label.txt", "\xef\xbb\xbfInvented data\r\n"}},
     "SELECT label, (SELECT count(*) FROM notice) FROM audit",
     "Invented data|0"},
    {{{"responses.csv", HEADER}, {"label.txt", "Invented\xff\n"}},
     "SELECT label, (SELECT code FROM notice) FROM audit",
     "|bad-label"},
    {{{"responses.csv", HEADER}, {"label.txt", "one" SPACES_100 SPACES_100 "two"}},
     "SELECT label, (SELECT code FROM notice) FROM audit",
     "|bad-label"},
    /* hostile text */
    {{{"responses.csv", HEADER "\"'; DROP TABLE response; --\",kent,%s%n,2024,ncnd\n"}},
     "SELECT response_id, request_id FROM v_responses",
     "'; DROP TABLE response; --|%s%n"},
};

START_TEST(pack_gives)
{
    struct loading l;
    loading_begin(&l);
    for (size_t i = 0; i < LOADING_FILES && packs[_i].files[i].name; i++)
        loading_write(&l, packs[_i].files[i].name, packs[_i].files[i].text,
                      strlen(packs[_i].files[i].text));
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l, packs[_i].sql, packs[_i].expected);
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

Suite *suite_intake_load(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/load", &tcase);
    ADD_TABLE_TEST(tcase, pack_gives, packs);
    return suite;
}
