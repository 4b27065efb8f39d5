/* SPDX-License-Identifier: MIT
 * Headings in the middle of a file, as joined exports have them: told as such, never taken as
 * data, and what stands below one in another order is not read.
 */
#include "suites.h"
#include "table.h"

#include "intake/loading.h"

#include <string.h>

#define HEADING   "response_id,force_id,request_id,tool_id,date_responded,stance\n"
#define A         "a,kent,1/24,t,2024,ncnd\n"
#define B         "b,essex,1/24,t,2024,ncnd\n"
#define C         "c,surrey,1/24,t,2024,ncnd\n"
#define AGAIN     "heading-again this row is the heading again"
#define OTHERWISE AGAIN ", with other names for its columns"
#define MOVED(a, b)                                                                                \
    "other-heading this row is another heading, with the columns in another order: \"" a           \
    "\" stands where the first has \"" b "\""
#define WIDER(n, m)                                                                                \
    "other-heading this row is another heading, with " n " columns where the first has " m
#define BELOW(line)                                                                                \
    "below-other-heading this row stands below the heading of line " line                          \
    ", whose columns are not those of the first: it is not read"

static const struct {
    const char *file, *text;
    const char *rejects;  /* "LINE CODE MESSAGE", with ; between them */
    const char *accepted; /* how many rows */
} files[] = {
    /* as the first, in other case, with spaces or marks */
    {"responses.csv", HEADING A HEADING B, "3 " AGAIN, "2"},
    {"responses.csv",
     HEADING A "Response ID,FORCE ID,request_id ,tool_id:,date_responded,stance\n" B, "3 " AGAIN,
     "2"},
    /* with aliases, some of them, or with one that nobody knows */
    {"responses.csv", HEADING A "ID,Authority,CRU ref,Product,Date of reply,Outcome\n" B,
     "3 " OTHERWISE, "2"},
    {"responses.csv", HEADING A "ID,Force,request_id,tool_id,Date of reply,stance\n" B,
     "3 " OTHERWISE, "2"},
    {"responses.csv", HEADING A "Our no,Force,CRU ref,Tool,Responded (dd/mm/yyyy),Answer\n" B,
     "3 " OTHERWISE, "2"},
    {"responses.csv", HEADING A ",Force,CRU ref,,Date of reply,Outcome\n" B, "3 " OTHERWISE, "2"},
    {"responses.csv", "ID,Authority,CRU ref,Product,Date of reply,Outcome\n" A HEADING B,
     "3 " OTHERWISE, "2"},
    /* several, one below the other */
    {"responses.csv", HEADING A HEADING "ID,Authority,CRU ref,Product,Date of reply,Outcome\n" B,
     "3 " AGAIN ";4 " OTHERWISE, "2"},
    /* in another order: what stands below is not read, until the first order comes again */
    {"responses.csv", HEADING A "response_id,force_id,tool_id,request_id,date_responded,stance\n" B,
     "3 " MOVED("tool_id", "request_id") ";4 " BELOW("3"), "1"},
    {"responses.csv", HEADING A "ID,Force,Product,CRU ref,Date of reply,Outcome\n" B HEADING C,
     "3 " MOVED("Product", "request_id") ";4 " BELOW("3") ";5 " AGAIN, "2"},
    {"responses.csv", HEADING A "ID,Force,CRU ref,Product,Received,Outcome\n" B,
     "3 " MOVED("Received", "date_responded") ";4 " BELOW("3"), "1"},
    {"responses.csv",
     "response_id,force_id,request_id,Manager,date_responded,stance\n"
     "a,kent,1/24,m,2024,ncnd\n"
     "response_id,force_id,Manager,request_id,date_responded,stance\n"
     "b,essex,m,1/24,2024,ncnd\n",
     "3 " MOVED("request_id", "Manager") ";4 " BELOW("3"), "1"},
    /* a column that the first lacks, under a heading that nobody reads, moves nothing */
    {"responses.csv",
     "response_id,force_id,request_id,Law,date_responded,stance\n"
     "a,kent,1/24,31(3),2024,ncnd\n"
     "response_id,force_id,request_id,Exemptions,date_responded,stance\n"
     "b,essex,1/24,31(3),2024,ncnd\n",
     "3 " OTHERWISE, "2"},
    /* with more or fewer columns */
    {"responses.csv",
     HEADING A "response_id,force_id,request_id,tool_id,date_responded,stance,note\n"
               "b,essex,1/24,t,2024,ncnd,n\n" HEADING C,
     "3 " WIDER("7", "6") ";4 " BELOW("3") ";5 " AGAIN, "2"},
    {"responses.csv", HEADING A "ID,Force,CRU ref,Outcome\n" B,
     "3 " WIDER("4", "6") ";4 " BELOW("3"), "1"},
    /* files in which a heading would be taken as a row */
    {"tools.csv", "tool_id,name,vendor\nt,Tea,V\nId,Product,Supplier\nu,Urn,V\n", "3 " OTHERWISE,
     "2"},
    {"tools.csv", "tool_id,name,vendor\nt,Tea,V\nId,Supplier,Product\nu,V,Urn\n",
     "3 " MOVED("Supplier", "name") ";4 " BELOW("3"), "1"},
    {"requests.csv",
     "request_id,title,aliases\n1/24,One,\nCRU ref,Subject,Other references\n2/24,Two,\n",
     "3 " OTHERWISE, "2"},
    {"forces_extra.csv", "force_id,name,regime\nx,X,FOIA\nId,Force name,Act\ny,Y,FOIA\n",
     "3 " OTHERWISE, "2"},
    {"questions.csv",
     "request_id,question_id,topic\n1/24,Q1,use\nCRU ref,Question,Topic\n1/24,Q2,use\n",
     "3 " OTHERWISE, "2"},
    {"guidance.csv",
     "guidance_id,title,effective_from,condition,expected_stance\ng,G,2024,any,ncnd\n"
     "Id,Name,From,Condition,Expected\nh,H,2024,any,ncnd\n",
     "3 " OTHERWISE, "2"},
    {"acknowledgements.csv",
     "acknowledgement_id,force_id,tool_id,kind,publisher\na,kent,t,media,force\n"
     "Id,Authority,Product,Type,Published by\nb,kent,t,media,force\n",
     "3 " OTHERWISE, "2"},
    {"circulation.csv",
     "request_id,force_id,received\n1/24,kent,yes\nCRU ref,Authority,Received\n1/24,essex,yes\n",
     "3 " OTHERWISE, "2"},
    /* titles, notes and names of sheets; a row of which one cell was left empty is none */
    {"responses.csv", HEADING A "Sheet2,,,,,\n" B "* answered late,,,,,\n",
     "3 lone-cell nothing but \"Sheet2\" stands in this row;"
     "5 lone-cell nothing but \"* answered late\" stands in this row",
     "2"},
    {"responses.csv", HEADING A ",,,,Source: their logs,\n",
     "3 lone-cell nothing but \"Source: their logs\" stands in this row", "1"},
    {"responses.csv", HEADING A "b,kent,,,,\n",
     "3 empty-value request_id is empty;3 empty-value stance is empty", "1"},
    {"tools.csv", "tool_id,name\nt,Tea\nu,\n", "3 empty-value name is empty", "1"},
    /* rows that merely hold such words */
    {"tools.csv", "tool_id,name,vendor\nlink,Product,Acme\nsystem,The System,Software\n", "", "2"},
    {"requests.csv", "request_id,title\n1/24,Subject\n2/24,Description\n", "", "2"},
    {"questions.csv", "request_id,question_id,topic,text\n1/24,Q1,contract,Question\n", "", "1"},
    {"responses.csv",
     "response_id,force_id,request_id,stance,note,text\n"
     "a,kent,Request,ncnd,Note,Text\n",
     "", "1"},
};

START_TEST(headings_are_told)
{
    struct loading l;
    loading_begin(&l);
    loading_write(&l, files[_i].file, files[_i].text, strlen(files[_i].text));
    if (strcmp(files[_i].file, "responses.csv") != 0)
        loading_write(&l, "responses.csv", HEADING, strlen(HEADING));
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l,
                   "SELECT line || ' ' || code || ' ' || message FROM reject ORDER BY reject_no",
                   files[_i].rejects);
    char *sql = sqlite3_mprintf("SELECT accepted FROM input_file WHERE name = %Q", files[_i].file);
    loading_assert(&l, sql, files[_i].accepted);
    sqlite3_free(sql);
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

Suite *suite_intake_heading_row(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/heading_row", &tcase);
    ADD_TABLE_TEST(tcase, headings_are_told, files);
    return suite;
}
