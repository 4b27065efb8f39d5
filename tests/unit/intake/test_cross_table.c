/* SPDX-License-Identifier: MIT
 * Tables with a column for each tool, question, request or force instead of a row for each answer.
 */
#include "suites.h"
#include "table.h"

#include "intake/loading.h"

#include <string.h>

#define LOOKS(columns, example)                                                                    \
    "the file looks like a cross table: the columns " columns " hold answers (\"" example          \
    "\"), and each answer needs a row of its own"
#define HEADING_AS(column) "the heading as " column ", the cell as stance"
#define ANY                "tool_id, request_id, question_id or date_responded"

static const struct {
    const char *tools, *text;
    const char *what, *next; /* of the error; what NULL: it is not taken for a cross table */
} refused[] = {
    /* what the headings are */
    {NULL, "Force,Argus,Borg\nKent Police,NCND,not held\nEssex Police,not_held,NCND\n",
     LOOKS("\"Argus\" and \"Borg\"", "NCND"), HEADING_AS(ANY)},
    {"argus,Argus\nborg,Borg Cube\n", "Force,Argus,Borg cube\nKent,NCND,not held\n",
     LOOKS("\"Argus\" and \"Borg cube\"", "NCND"), HEADING_AS("tool_id")},
    {NULL, "ID,Force,Request,Q1,Q2,Q3\na,Kent,7001/24,NCND,not held,NCND\n",
     LOOKS("\"Q1\", \"Q2\" and \"Q3\"", "NCND"), HEADING_AS("question_id")},
    {NULL, "ID,Force,Request,Question 1,Question 2 (a)\na,Kent,7001/24,NCND,not held\n",
     LOOKS("\"Question 1\" and \"Question 2 (a)\"", "NCND"), HEADING_AS("question_id")},
    {NULL, "Force,7001/24,7002/24\nKent,NCND,not held\n",
     LOOKS("\"7001/24\" and \"7002/24\"", "NCND"), HEADING_AS("request_id")},
    {NULL, "Tool,Kent Police,Essex Police,MPS\nArgus,NCND,not held,NCND\nBorg,not_held,NCND,ncnd\n",
     LOOKS("\"Kent Police\", \"Essex Police\" and \"MPS\"", "NCND"), HEADING_AS("force_id")},
    /* words of others, those that say too little, marks */
    {NULL, "Force,Argus,Borg\nKent,No information held,Refused\n",
     LOOKS("\"Argus\" and \"Borg\"", "No information held"), HEADING_AS(ANY)},
    {NULL, "Force,Argus,Borg\nKent,Yes,No\nEssex,No,No\n", LOOKS("\"Argus\" and \"Borg\"", "Yes"),
     HEADING_AS(ANY)},
    {NULL, "Force,Argus,Borg\nKent,\xe2\x9c\x93,\nEssex,x,\xe2\x9c\x97\n",
     LOOKS("\"Argus\" and \"Borg\"", "\xe2\x9c\x93"), HEADING_AS(ANY)},
    /* empty cells say nothing, and a note among the answers is no harm */
    {NULL,
     "Force,Argus,Borg\nKent,NCND,\nEssex,N/A,-\nSurrey,ncnd,ncnd\nSussex,see letter,ncnd\n"
     "Dorset,NCND,ncnd\n",
     LOOKS("\"Argus\" and \"Borg\"", "NCND"), HEADING_AS(ANY)},
    /* beside columns of another kind; many */
    {NULL, "Force,Contact,Argus,Date,Borg,Date 2\nKent,a@b.example,NCND,2024,NCND,2024\n",
     LOOKS("\"Argus\" and \"Borg\"", "NCND"), HEADING_AS(ANY)},
    {NULL, "Force,A1,B2,C3,D4,E5\nKent,ncnd,ncnd,ncnd,ncnd,ncnd\n",
     LOOKS("\"A1\", \"B2\", \"C3\" and 2 more", "ncnd"), HEADING_AS(ANY)},
    /* a second row of headings, and headings that are the stances themselves */
    {NULL,
     "Force,Argus,,Borg,\n,Stance,Date,Stance,Date\nKent,NCND,2024,ncnd,2024\n"
     "Essex,NCND,2024,ncnd,2024\n",
     LOOKS("\"Argus\" and \"Borg\"", "NCND"), HEADING_AS(ANY)},
    {NULL, "ID,Force,Request,Disclosed,NCND,Not held\n1,Kent,7001/24,No,Yes,No\n",
     "the file looks like a cross table: the columns \"Disclosed\", \"NCND\" and \"Not held\" hold "
     "answers (\"No\")",
     "write one column stance, and in each row the heading whose cell says yes"},
    /* below titles, with another delimiter */
    {NULL, "Answers of 2024,,\n,,\nForce,Argus,Borg\nKent,NCND,not held\n",
     LOOKS("\"Argus\" and \"Borg\"", "NCND"), HEADING_AS(ANY)},
    {NULL, "Force;Argus;Borg\nKent;NCND;not held\n", LOOKS("\"Argus\" and \"Borg\"", "NCND"),
     HEADING_AS(ANY)},
    /* what is none: one column of answers, or none, or of other words */
    {NULL, "Force,Argus,Date\nKent,NCND,2024\n", NULL, ""},
    {NULL, "Force,Argus,Borg\nKent,31(3),24(2)\n", NULL, ""},
    {NULL, "Force,Argus,Borg\nKent,NCND,maybe\nEssex,NCND,who knows\n", NULL, ""},
    {NULL, "Force,Argus,Borg\n", NULL, ""},
    {NULL, "Force,CRU ref,Decision,Held,Partial NCND\nKent,1/24,ncnd,deny,yes\n", NULL, ""},
    {NULL, "Response,Force,Request,Notes\nNCND,Kent,7001/24,x\nNot held,Essex,7001/24,y\n", NULL,
     "The column \"Response\" holds answers (\"NCND\"): rename it to stance. "},
    {NULL, "ID,Force,Request,Position\n1,Kent,7001/24,NCND\n", NULL,
     "The column \"Position\" holds answers (\"NCND\"): rename it to stance. "},
    {NULL,
     "ID,Force,Request,Response\n1,Kent,7001/24,We can neither confirm nor deny that we hold it.\n",
     NULL, "The column \"Response\" holds the wording: rename it to text. Keep one of them"},
    {NULL, "ID,Force,Request,Reply no\n1,Kent,7001/24,17\n", NULL, "Add what is missing"},
};

/* Other shapes that no heading fits. */
static const struct {
    const char *text, *what, *next;
} shapes[] = {
    {"response_id,1,2\nforce_id,Kent,Essex\nrequest_id,7001/24,7001/24\nstance,NCND,Not held\n",
     "the table lies on its side: its first column holds the names of columns",
     "Turn rows and columns round"},
    {"ID,1,2\nAuthority,Kent,Essex\nCRU ref,7001/24,7001/24\nOutcome,NCND,Not held\n",
     "the table lies on its side", "paste it transposed"},
    {"1,Kent,7001/24,Argus,2024-02-20,NCND\n2,Essex,7001/24,Argus,2024-02-21,Not held\n",
     "the first row looks like an answer, and not like a heading",
     "Write the names of the columns above it"},
    {"a,Kent Police,x,ncnd\n", "the first row looks like an answer", "Write the names"},
    {"a,Kent Police,x,y\n", "the columns response_id, force_id, request_id and stance", "Add what"},
    {"ID,Kent Police,Outcome,2024\n", "the columns force_id and request_id are missing",
     "Add what"},
    /* a title above a heading that lacks something */
    {"Answers of 2024,,,,\n,,,,\nRef,Force,CRU ref,Tool,Outcome\nF1,Kent,7001/24,Argus,NCND\n",
     "the columns response_id, force_id, request_id and stance",
     "Line 3 looks like the heading: delete the 2 lines above it."},
    {"Answers of 2024,,,\nnothing,here,is,known\n", "the columns response_id",
     "Add what is missing"},
};

START_TEST(other_shapes_are_named)
{
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", shapes[_i].text, strlen(shapes[_i].text));
    loading_load(&l, (struct intake_options){0});
    ck_assert(!l.ok);
    ck_assert_int_eq(l.err.kind, ERROR_INPUT);
    ck_assert_msg(strstr(l.err.what, shapes[_i].what), "%s", l.err.what);
    ck_assert_msg(strstr(l.err.next, shapes[_i].next), "%s", l.err.next);
    loading_end(&l);
}
END_TEST

START_TEST(a_cross_table_is_named)
{
    struct loading l;
    loading_begin(&l);
    if (refused[_i].tools) {
        char tools[200] = "tool_id,name\n";
        strcat(tools, refused[_i].tools);
        loading_write(&l, "tools.csv", tools, strlen(tools));
    }
    loading_write(&l, "responses.csv", refused[_i].text, strlen(refused[_i].text));
    loading_load(&l, (struct intake_options){0});
    ck_assert(!l.ok);
    ck_assert_int_eq(l.err.kind, ERROR_INPUT);
    if (refused[_i].what)
        ck_assert_str_eq(l.err.what, refused[_i].what);
    else
        ck_assert_msg(!strstr(l.err.what, "cross table"), "%s", l.err.what);
    ck_assert_msg(strstr(l.err.next, refused[_i].next), "%s", l.err.next);
    loading_end(&l);
}
END_TEST

#define NEEDED "response_id,force_id,request_id,tool_id,date_responded,stance"

/* Beside all that is needed. */
static const struct {
    const char *text, *told; /* "": nothing */
} carried[] = {
    {NEEDED ",Q2,Q3\na,kent,1/24,t,2024,ncnd,NCND,not held\n",
     "the columns \"Q2\" and \"Q3\" hold answers (\"NCND\"), which are not read."},
    {NEEDED ",Essex Police,Surrey Police\na,kent,1/24,t,2024,ncnd,ncnd,\n"
            "b,kent,1/24,t,2024,ncnd,ncnd,not held\n",
     "the columns \"Essex Police\" and \"Surrey Police\" hold answers (\"ncnd\"), which"},
    /* one, or of yes and no */
    {NEEDED ",Before review\na,kent,1/24,t,2024,ncnd,NCND\n", ""},
    {NEEDED ",Paid,Sent on\na,kent,1/24,t,2024,ncnd,yes,no\n", ""},
    {NEEDED ",Before review,Manager\na,kent,1/24,t,2024,ncnd,NCND,m\n", ""},
};

START_TEST(answers_that_are_not_read_are_told)
{
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", carried[_i].text, strlen(carried[_i].text));
    loading_load(&l, (struct intake_options){0});
    char *sql = sqlite3_mprintf("SELECT substr(message, 1, %d) FROM notice WHERE code = "
                                "'cross-table'",
                                (int)strlen(carried[_i].told));
    loading_assert(&l, sql, carried[_i].told);
    sqlite3_free(sql);
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

Suite *suite_intake_cross_table(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/cross_table", &tcase);
    ADD_TABLE_TEST(tcase, a_cross_table_is_named, refused);
    ADD_TABLE_TEST(tcase, other_shapes_are_named, shapes);
    ADD_TABLE_TEST(tcase, answers_that_are_not_read_are_told, carried);
    return suite;
}
