/* SPDX-License-Identifier: MIT
 * What real spreadsheets and exports hold: a pack, a query, and what it must give.
 */
#include "suites.h"
#include "table.h"

#include "base/slice.h"
#include "intake/loading.h"

#include <stdio.h>
#include <string.h>

static const struct {
    struct loading_file files[LOADING_FILES];
    const char *sql, *expected;
} packs[] = {
    /* a blank inside, where the words are what counts; and made visible */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "a,kent,1/24,t,9\xc2\xa0"
                        "December\xc2\xa0"
                        "2024,nc\xe2\x80\x8bnd\n"
                        "b,Kent\xc2\xa0Polize,1/24,t,2024,ncnd\n"}},
     "SELECT date_responded, stance, (SELECT value FROM reject) FROM v_responses",
     "2024-12-09|ncnd|KentU+00A0Polize"},
    /* what spreadsheets leave */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "a,kent,175022.0,t,2024-02-20,ncnd\n"
                        "b,kent,99524.0,t,2024-02-20,ncnd\n"
                        "'c,'kent,'0995/24,'t,'2024-02-20,'ncnd\n"
                        "d,kent,\"=\"\"995/24\"\"\",t,2024-02-20,ncnd\n"}},
     "SELECT response_id, force_id, request_id, tool_id, date_responded FROM v_responses",
     "a|kent|1750/22|t|2024-02-20;b|kent|995/24|t|2024-02-20;c|kent|995/24|t|2024-02-20;d|kent|995/"
     "24|t|2024-02-20"},
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "r0,kent,\"175,022\",t,2024-02-20,ncnd\n"
                        "r1,kent,\"7,001/24\",t,2024-02-20,ncnd\n"
                        "r2,kent,1.75E+05,t,2024-02-20,ncnd\n"
                        "r3,kent,7.00E+05,t,2024-02-20,ncnd\n"
                        "r4,kent,Jan-24,t,2024-02-20,ncnd\n"
                        "r5,kent,24-Jan,t,2024-02-20,ncnd\n"
                        "r6,kent,01/11/2024,t,2024-02-20,ncnd\n"
                        "r7,kent,2024-11-01,t,2024-02-20,ncnd\n"
                        "r8,kent,#N/A,t,2024-02-20,ncnd\n"
                        "r9,kent,#REF!,t,2024-02-20,ncnd\n"
                        "r10,kent,#NAME?,t,2024-02-20,ncnd\n"
                        "r11,kent,####,t,2024-02-20,ncnd\n"
                        "r12,kent,=A2,t,2024-02-20,ncnd\n"}},
     "SELECT DISTINCT column_name, (SELECT group_concat(code, ' ') FROM reject) FROM reject",
     "request_id|grouped-number grouped-number rounded-number rounded-number date-for-number "
     "date-for-number date-for-number date-for-number spreadsheet-error spreadsheet-error "
     "spreadsheet-error spreadsheet-error formula"},
    {{{"responses.csv",
       "response_id,force_id,request_id,tool_id,question_id,topic,reference,date_responded,stance,"
       "exemptions,harm_test,link,text,note\n"
       "#REF!,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A\n"}},
     "SELECT count(*), count(DISTINCT code), (SELECT rejected FROM input_file WHERE kind = "
     "'responses') FROM reject",
     "14|1|1"},
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "1.23457E+11,kent,1/24,t,2024,ncnd\n"}},
     "SELECT line, column_name, code FROM reject ORDER BY reject_no",
     "2|response_id|rounded-number"},
    /* numbers whose year is out of place */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "a,kent,45292,t,2024-02-20,ncnd\n"
                        "b,kent,2475897,t,2024-02-20,ncnd\n"
                        "c,kent,99524,t,2024-02-20,ncnd\n"
                        "d,kent,45635.0,t,2024-02-20,ncnd\n"}},
     "SELECT code, line, rows FROM notice WHERE code = 'doubtful-number'",
     "doubtful-number|2|3"},
    {{{"requests.csv", "request_id,title\n2475897,Council case\n"},
      {"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "b,kent,2475897,t,2024-02-20,ncnd\n"}},
     "SELECT request_id, (SELECT count(*) FROM notice WHERE code = 'doubtful-number') FROM "
     "v_responses",
     "24758/97|0"},
    /* formulas and links */
    {{{"responses.csv",
       "response_id,force_id,request_id,tool_id,date_responded,stance,link,source_url\n"
       "a,kent,1/24,t,2024,held_s21,\"=HYPERLINK(\"\"https://k.example/1\"\",\"\"x\"\")\",<https://"
       "k.example/2>\n"
       "\"=HYPERLINK(\"\"https://k.example/i\"\",\"\"b\"\")\",kent,1/"
       "24,t,2024,held_s21,[here](https://k.example/3),\xc2\xa0https://k.example/4\n"
       "c,kent,1/24,t,2024,held_s21,=HYPERLINK(A2),\n"
       "d,=1+1,1/24,t,2024,held_s21,,\n"}},
     "SELECT response_id, link, source_url FROM v_responses UNION ALL SELECT line, column_name, "
     "code FROM reject UNION ALL SELECT code, line, rows FROM notice WHERE code = 'formula'",
     "a|https://k.example/1|https://k.example/2;b|https://k.example/3|https://k.example/"
     "4;4|link|formula;5|force_id|formula;formula|3|1;formula|2|1"},
    /* dates */
    {{{"responses.csv",
       "response_id,force_id,request_id,tool_id,date_received,date_responded,stance\n"
       "a,kent,1/24,t,2025-01-02,06/01/25,ncnd\n"
       "b,kent,2/24,t,2025-01-02,07/01/25,ncnd\n"
       "c,kent,3/24,t,03/01/2025,08/01/2025,ncnd\n"}},
     "SELECT date_responded, NULL, NULL FROM v_responses UNION ALL SELECT code, line, rows FROM "
     "notice WHERE code <> 'unknown-tool'",
     "2025-01-06||;2025-01-07||;2025-01-08||;short-year|2|2"},
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "a,kent,1/24,t,06/01/2025,ncnd\n"
                        "b,kent,2/24,t,12/31/2024,ncnd\n"
                        "c,kent,3/24,t,07/07/2025,ncnd\n"
                        "d,kent,4/24,t,08/01/25,ncnd\n"
                        "e,kent,5/24,t,2025-02-03,ncnd\n"}},
     "SELECT date_responded, '', '' FROM v_responses UNION ALL SELECT column_name, line, code FROM "
     "reject UNION ALL SELECT code, line, rows FROM notice WHERE code <> 'unknown-tool'",
     "2025-01-06||;2025-07-07||;2025-01-08||;2025-02-03||;date_responded|3|month-first;short-year|"
     "5|1;month-first|2|2"},
    /* every fault of a row */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "a,Nowhere,1/24,t,31/02/2024,ncmd\n"
                        "b,kent,,t,2024,\n"
                        "c,Nowhere,1/24,t,2024,ncnd\n"
                        "d,kent,1/24,t,2024,ncnd\n"}},
     "SELECT line, column_name, code FROM reject UNION ALL SELECT read, accepted, rejected FROM "
     "input_file WHERE kind = 'responses'",
     "2|force_id|unknown-force;2|date_responded|impossible-date;2|stance|not-in-list;3|request_id|"
     "empty-value;3|stance|empty-value;4|force_id|unknown-force;4|1|3"},
    /* rows that a quote swallowed */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance,note\n"
                        "a,kent,1/24,t,2024,ncnd,\"see letter\n"
                        "b,essex,1/24,t,2024,not_held,none\n"
                        "c,surrey,1/24,t,2024,ncnd,as before\"\n"
                        "d,sussex,1/24,t,2024,ncnd,\n"}},
     "SELECT message, line, rows FROM notice WHERE code = 'swallowed-rows'",
     "this row runs to line 4, and lines 3 and 4 look like rows of their own: is there a quote "
     "that should not be there?|2|1"},
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance,note\n"
                        "a,kent,1/24,t,2024,ncnd,\"see letter\n"
                        "b,essex,1/24,t,2024,not_held,none\n"
                        "c,surrey,1/24,t,2024,ncnd,\"as before\"\n"
                        "d,sussex,1/24,t,2024,ncnd,\n"}},
     "SELECT message, line, (SELECT response_id FROM v_responses) FROM reject",
     "a quote on line 4 stands where none can be (lines 2 to 4)|2|d"},
    {{{"responses.csv", "response_id,force_id,request_id,stance,text\n"
                        "a,kent,1/24,ncnd,\"Dear Sir,\n\nWe can, as you asked, neither confirm, "
                        "nor deny.\nYours, A, B, C\"\n"}},
     "SELECT count(*) FROM notice WHERE code = 'swallowed-rows'",
     "0"},
    /* headings taken for another thing */
    {{{"responses.csv", "ID,Authority,Request,Tool,Decision\n"
                        "1,kent,Do you use Argus?,Argus,ncnd\n"
                        "2,essex,Do you use Argus ?,Argus,not_held\n"
                        "3,surrey,Q: do you use it?,Argus,ncnd\n"}},
     "SELECT code, rows FROM notice",
     "wording-for-request|3;unknown-tool|3;alike-names|1;no-dates|3"},
    {{{"responses.csv",
       "Force,CRU ref,Tool,Response,Outcome,Date of reply,Link,Address\n"
       "kent,1/24,t,No information held,not_held,2024,https://w.example/1,12 High Street\n"}},
     "SELECT code, line, rows FROM notice WHERE code <> 'unknown-tool'",
     "wording-for-identifier||1;no-address|2|1"},
    {{{"responses.csv", "ID,Force,CRU ref,Tool,Outcome,Date of reply,Link\n"
                        "a,kent,1/24,t,not_held,2024,https://w.example/1\n"}},
     "SELECT code, line, rows FROM notice WHERE code <> 'unknown-tool'",
     "link-without-s21||1"},
    /* a heading nobody reads, twice; what looks like a column */
    {{{"responses.csv",
       "response_id,force_id,request_id,tool_id,date_responded,stance,Manager,Manager,,Grounds\n"
       "a,kent,1/24,t,2024,ncnd,x,y,z,g\n"}},
     "SELECT column_name, value FROM carried_value UNION ALL SELECT '', message FROM notice WHERE "
     "code = 'unknown-column' AND message LIKE '%?%'",
     "Manager|x;Manager (column 8)|y;column 9|z;Grounds|g;|the column \"Grounds\" is not part of "
     "the contract; its values are kept with the rows; is it exemptions? Then rename it"},
    /* another name of a column that is there; a heading most of whose cells are refused */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance,note,Notes\n"
                        "a,kent,1/24,t,2024,ncnd,x,y\n"}},
     "SELECT message FROM notice WHERE code = 'unknown-column'",
     "the column \"Notes\" would be read as note, which the column \"note\" is: its values are "
     "kept "
     "with the rows, and not used"},
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,Result,Seen\n"
                        "a,kent,1/24,t,2024,Upheld,yes\n"
                        "b,kent,2/24,t,2024,ncnd,yes\n"
                        "c,kent,3/24,t,2024,ncnd,2024-01-01\n"}},
     "SELECT line, rows, message FROM notice WHERE code = 'heading-misread'",
     "2|2|the column \"Seen\" is read as retrieved_on, and 2 of 3 cells cannot be read as such: "
     "does "
     "it hold another thing? Then rename it"},
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,Result\n"
                        "a,kent,1/24,t,2024,Upheld\n"
                        "b,kent,2/24,t,2024,31(3)\n"
                        "c,kent,3/24,t,2024,ncnd\n"}},
     "SELECT line, rows, code FROM notice WHERE code = 'heading-misread'",
     "2|2|heading-misread"},
    /* what stands for no value keeps it, also where one is needed */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "N/A,-,n/a,t,2024,N/A\n a,kent,1/24,t,2024,-\nb,kent,1/24,t,2024,\n"
                        "c,kent,1/24,t,2024,TBC\nd,kent,1/24,t,2024,Unknown\n"
                        "e,kent,1/24,t,N/A,ncnd\n"}},
     "SELECT line, column_name, code, value, message FROM reject",
     "2|response_id|empty-value|N/A|\"N/A\" stands for no value, and response_id is needed;"
     "2|force_id|empty-value|-|\"-\" stands for no value, and force_id is needed;"
     "2|request_id|empty-value|n/a|\"n/a\" stands for no value, and request_id is needed;"
     "2|stance|empty-value|N/A|\"N/A\" stands for no value, and stance is needed;"
     "3|stance|empty-value|-|\"-\" stands for no value, and stance is needed;"
     "4|stance|empty-value||stance is empty;"
     "5|stance|not-in-list|TBC|\"TBC\" is no stance;"
     "6|stance|empty-value|Unknown|\"Unknown\" stands for no value, and stance is needed"},
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "a,kent,1/24,t,2024,N/A\nb,kent,1/24,t,2024,-\nc,kent,1/24,t,2024,TBC\n"
                        "d,kent,1/24,t,2024,unknown\n"}},
     "SELECT count(*), count(DISTINCT suggestion), max(suggestion) FROM reject",
     "4|1|It says that nobody wrote it down, not what the letter says: leave it empty beside the "
     "wording in text, or write unread; no_response where no letter came."},
    /* cells that a spreadsheet shows over several rows */
    {{{"responses.csv", "ID,force_id,request_id,question_id,tool_id,date_responded,stance\n"
                        "a,kent,1/24,Q1,t,2024,ncnd\nb,,,Q2,,,not held\nc,-,1/24,Q3,t,,ncnd\n"}},
     "SELECT line, suggestion FROM reject",
     "3|Give identifier, name or alias of a force; where a cell above stands for this row too, "
     "write "
     "its value here.;3|Give a circulation number (995/24) or the identifier of a request; where a "
     "cell above stands for this row too, write its value here.;4|Give identifier, name or alias "
     "of a force."},
    /* citations without their brackets, also where they would be read as others */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,stance,exemptions\n"
                        "a,kent,1/24,t,ncnd,\"31,3\"\nb,kent,2/24,t,ncnd,31-3\n"
                        "c,kent,3/24,t,ncnd,\"24(2), 31.3\"\nd,kent,4/24,t,ncnd,31-Mar\n"
                        "e,kent,5/24,t,ncnd,313\nf,kent,6/24,t,ncnd,\"31,40\"\n"
                        "g,kent,7/24,t,ncnd,31-33\n"},
      {"guidance.csv", "guidance_id,title,effective_from,condition,expected_stance,"
                       "required_exemptions\ng,G,,any,ncnd,\"24,2\"\n"}},
     "SELECT message, substr(suggestion, 1, 20) FROM reject ORDER BY file_no DESC, line",
     "\"31,3\" cannot be read as an exemption|Did you mean 31(3)? ;"
     "\"31-3\" cannot be read as an exemption|Did you mean 31(3)? ;"
     "\"31.3\" cannot be read as an exemption|Did you mean 31(3)? ;"
     "\"31-Mar\" cannot be read as an exemption|A spreadsheet turns ;"
     "\"313\" cannot be read as an exemption|Did you mean 31(3)? ;"
     "\"31-33\" cannot be read as an exemption|Write the section: 3;"
     "\"24,2\" cannot be read as an exemption|Did you mean 24(2)? "},
    /* which heading was read as which column */
    {{{"responses.csv", "Response,Body,CRU ref,Tool,Date of reply,Outcome,exemptions\n"
                        "NCND,Borset,1/24,t,2024-02-30,ncmd,x\n"
                        ",kent,1/24,t,2024,,\n"
                        "a,kent,1/24,t,2024,ncnd,\na,kent,2/24,t,2024,ncnd,\n"}},
     "SELECT column_name, message FROM reject ORDER BY reject_no",
     "force_id|unknown force \"Borset\", in the column \"Body\";"
     "date_responded|there is no day \"2024-02-30\", in the column \"Date of reply\";"
     "stance|\"ncmd\" is no stance, in the column \"Outcome\";"
     "exemptions|\"x\" cannot be read as an exemption;"
     "response_id|response_id is empty, in the column \"Response\";"
     "stance|stance is empty, in the column \"Outcome\";"
     "response_id|line 4 says something else under the same identity (response_id \"a\"), in the "
     "column \"Response\""},
    {{{"responses.csv", "ID,Force,CRU ref,Tool,Date of reply,Outcome,use_statement\n"
                        "a,kent,1/24,t,06/01/25,not held,confirm\n"}},
     "SELECT code, message FROM notice WHERE code IN ('short-year', 'contradiction')",
     "short-year|date_responded (column \"Date of reply\"): 1 date is read day first, and two "
     "digits of a year as 20yy;contradiction|1 row has stance (column \"Outcome\") \"not held\" "
     "beside use_statement \"confirm\", which contradict each other: kept as written; keep the "
     "one that the letter bears out"},
    {{{"responses.csv", "Response,Force,CRU ref,Tool,Date of reply,Outcome\n"
                        "NCND,kent,1/24,t,2024,ncnd\nNot held,essex,1/24,t,2024,not held\n"
                        "r3,surrey,1/24,t,2024,ncnd\n"}},
     "SELECT rows, message FROM notice WHERE code = 'wording-for-identifier'",
     "2|the column \"Response\" is read as response_id, and 2 of its values read like an answer or "
     "its wording: does it hold the answer? Then rename it to stance or text, and give each row an "
     "identifier in response_id"},
    /* the heading again, in a file of every kind */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "a,kent,1/24,t,2024,ncnd\n"
                        "Response ID,force_id,request_id,tool_id,date_responded,stance\n"
                        "response_id,force_id,request_id,tool_id,date_responded,stance\n"},
      {"tools.csv", "tool_id,name\nt,Tea\ntool_id,name\n"},
      {"requests.csv", "request_id,title\n1/24,One\nREQUEST_ID,Title\n"},
      {"forces_extra.csv", "force_id,name,regime\nx,X,FOIA\nforce_id,name,regime\n"}},
     "SELECT i.name, r.line, r.code, r.column_name FROM reject r JOIN input_file i USING (file_no) "
     "ORDER BY 1, 2",
     "forces_extra.csv|3|heading-again|;requests.csv|3|heading-again|;responses.csv|3|heading-"
     "again|;"
     "responses.csv|4|heading-again|;tools.csv|3|heading-again|"},
    /* the first day of a calendar is an empty cell */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "a,kent,1/24,t,01/01/1900,ncnd\nb,kent,2/24,t,1970-01-01,ncnd\n"
                        "c,kent,3/24,t,1900,ncnd\n"}},
     "SELECT line, rows FROM notice WHERE code = 'first-of-calendar'",
     "2|2"},
    /* tools that tools.csv nearly lists, and several at once */
    {{{"tools.csv", "tool_id,name,aliases\nargus,Argus,\nborg,Borg Cube,Borg\n"},
      {"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "a,kent,1/24,Argos,2024,ncnd\nb,kent,2/24,Borg Cub,2024,ncnd\n"
                        "c,kent,3/24,Argus and Borg,2024,ncnd\nd,kent,4/24,Zed,2024,ncnd\n"
                        "e,kent,5/24,Argus / Zed,2024,ncnd\n"}},
     "SELECT line, substr(message, instr(message, ': kept as it is') + 15) FROM notice WHERE code "
     "= "
     "'unknown-tool' ORDER BY line",
     "2|. Did you mean Argus (argus)?;3|. Did you mean Borg Cube (borg)?;4|. It names several that "
     "are listed: give each a row.;5|;6|"},
    /* lists of requests */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "a,kent,1/24; 2/24,t,2024,ncnd\nb,kent,3/24 and 4/24,t,2024,ncnd\n"
                        "c,kent,FOI-2024-5/24,t,2024,ncnd\n"}},
     "SELECT line, rows FROM notice WHERE code = 'odd-request' ORDER BY line",
     "2|1;3|1"},
    /* bodies beside the registry: a name that is taken, and a cell of the map that is */
    {{{"forces_extra.csv", "force_id,name,aliases,kind,regime,grid_col,grid_row\n"
                           "zz,Border Police,Kent Police,territorial,FOIA,4,8\n"
                           "yy,Yard,,special,FOIA,2,2\n"},
      {"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "a,zz,1/24,t,2024,ncnd\n"}},
     "SELECT n.code, i.name, n.line FROM notice n JOIN input_file i USING (file_no) WHERE n.code "
     "IN "
     "('ambiguous-name', 'shared-cell')",
     "ambiguous-name|forces_extra.csv|;shared-cell|forces_extra.csv|2"},
    /* encodings */
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance,note\n"
                        "a,kent,1/24,t,2024,ncnd,\n"
                        "b,kent,1/24,t,2024,ncnd,caf\xef\xbf\xbd\n"}},
     "SELECT code, line FROM notice WHERE code = 'lost-letters'",
     "lost-letters|3"},
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "a,kent,1/24,t,2024,ncnd\n"
                        "b,kent,1/24,caf\xc3\xa9,2024,ncnd\n"
                        "c,kent,1/24,caf\xe9,2024,ncnd\n"}},
     "SELECT message, line FROM notice WHERE code = 'windows-1252'",
     "not UTF-8 throughout, which line 4 is the first to show: read as Windows-1252; 1 other line "
     "with more than ASCII is UTF-8: are there two encodings in one file?|4"},
    {{{"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                        "a,kent,1/24,t,2024,ncnd\n"
                        "b,kent,1/24,caf\xc3\x83\xc2\xa9,2024,ncnd\n"}},
     "SELECT code, line FROM notice WHERE code = 'encoded-twice'",
     "encoded-twice|3"},
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

/* No-break, thin, zero-width, narrow and ideographic space, word joiner, mark, soft hyphen. */
static const char *const blanks[] = {"\xc2\xa0",     "\xe2\x80\x89", "\xe2\x80\x8b", "\xe2\x80\xaf",
                                     "\xe3\x80\x80", "\xe2\x81\xa0", "\xef\xbb\xbf", "\xc2\xad"};

/* The text with a blank for each "~". */
static void write_blanks(struct loading *l, const char *text, const char *blank)
{
    char file[2000] = "";
    struct slice rest = slice_of(text), part;
    for (bool is_first = true; slice_next_part(&rest, '~', &part); is_first = false)
        snprintf(file + strlen(file), sizeof file - strlen(file), "%s%.*s", is_first ? "" : blank,
                 (int)part.length, part.bytes);
    loading_write(l, "responses.csv", file, strlen(file));
}

START_TEST(blank_is_empty_in_every_column)
{
    struct loading l;
    loading_begin(&l);
    write_blanks(&l,
                 "response_id,force_id,request_id,question_id,topic,tool_id,stage,reference,"
                 "date_responded,stance,exemptions,harm_test,link,source_url,~extra\n"
                 "~a~,~kent,1/24~,~,~,~,~,~,~,~ncnd~,~,~,~,~,~\n"
                 "~,kent,~,,,,,,,ncnd,,,,,\n",
                 blanks[_i]);
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l,
                   "SELECT response_id, force_id, request_id, question_id, topic, tool_id, stage, "
                   "reference, date_responded, stance, exemptions, harm_test, link, source_url "
                   "FROM v_responses",
                   "a|kent|1/24|||unspecified|initial|||ncnd||||");
    loading_assert(&l, "SELECT line, column_name, code FROM reject",
                   "3|response_id|empty-value;3|request_id|empty-value");
    loading_assert(&l, "SELECT count(*) FROM carried_value", "0");
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

static const struct {
    const char *text, *what, *next;
} refused[] = {
    {"Answers about Argus,,,,,\n,,,,,\nAuthority,CRU ref,Tool,Responded,Decision,ID\n",
     "the columns response_id, force_id, request_id and stance (or text, text_file) are missing; "
     "the header "
     "has: "
     "Answers about Argus, , , , , ",
     "Line 3 looks like the heading: delete the 2 lines above it."},
    {"# made on 2 May\nAuthority,CRU ref,Decision,ID\n",
     "the columns response_id, force_id, request_id and stance (or text, text_file) are missing; "
     "the header "
     "has: "
     "# made on 2 May",
     "Line 2 looks like the heading: delete the line above it."},
    {"ID^Authority^CRU ref^Decision\n",
     "the columns response_id, force_id, request_id and stance (or text, text_file) are missing; "
     "the header "
     "has: ID^Authority^CRU ref^Decision",
     "The columns are divided by \"^\": save the file with commas between them."},
    {"sep=,\nID;Authority;CRU ref;Decision\n",
     "the columns response_id, force_id, request_id and stance (or text, text_file) are missing; "
     "the header "
     "has: ID;Authority;CRU ref;Decision",
     "The columns are divided by \";\": save the file with commas between them."},
    {"Answers, exported\n\nID;Authority;CRU ref;Decision\n",
     "the columns response_id, force_id, request_id and stance (or text, text_file) are missing; "
     "the header "
     "has: Answers, exported",
     "Line 3 looks like the heading, whose columns are divided by \";\": delete the 2 lines above "
     "it."},
    {"Ref,Autority,Reqest no,Decision\n",
     "the columns response_id, force_id and request_id are missing; the header has: Ref, Autority, "
     "Reqest no, Decision; \"Ref\" is read as reference, \"Decision\" as stance",
     NULL},
    {"ID,Authority,CRU ref\n",
     "the column stance (or text, text_file) is missing; the header has: ID, "
     "Authority, CRU ref; \"ID\" is read as response_id, \"Authority\" as force_id, \"CRU ref\" "
     "as request_id",
     NULL},
    {"ID,Authority,Force,CRU ref,Decision\n",
     "columns 2 (\"Authority\") and 3 (\"Force\") are both read as force_id", NULL},
    {"ID,ID,Authority,CRU ref,Decision\n", "columns 1 (\"ID\") and 2 (\"ID\") are both of one name",
     NULL},
    {"\n  <!DOCTYPE html>\n<html>", "this is a web page or an XML file, not a CSV file", NULL},
};

START_TEST(file_is_refused)
{
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", refused[_i].text, strlen(refused[_i].text));
    loading_load(&l, (struct intake_options){0});
    ck_assert(!l.ok);
    ck_assert_str_eq(l.err.what, refused[_i].what);
    if (refused[_i].next)
        ck_assert_str_eq(l.err.next, refused[_i].next);
    loading_end(&l);
}
END_TEST

Suite *suite_intake_real_files(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/real_files", &tcase);
    ADD_TABLE_TEST(tcase, pack_gives, packs);
    ADD_TABLE_TEST(tcase, blank_is_empty_in_every_column, blanks);
    ADD_TABLE_TEST(tcase, file_is_refused, refused);
    return suite;
}
