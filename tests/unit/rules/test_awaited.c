/* SPDX-License-Identifier: MIT
 * X06, sentence by sentence: who was asked and has not answered, and since when (clauses 8, 9, 30,
 * 50, 58).
 */
#include "intake/loading.h"
#include "rules/worked_packs.h"
#include "suites.h"
#include "table.h"

#include <string.h>

/* Received on Tuesday 2 January 2024, the 20th working day is 30 January and the 40th day 27
 * February. */
#define KENT "kent,yes,2024-01-02\n"

static const struct {
    const char *circulation; /* force_id, received, date_received */
    const char *responses;   /* force_id, stage, date_responded, stance, use_statement, request_id,
                                tool_id */
    const char *as_of;
    const char *found; /* certainty and the beginning of the message; "": nothing */
} packs[] = {
    /* due: later than the 20th working day, and received must be yes */
    {KENT, "", "2024-01-30", ""},
    {KENT, "", "2024-01-31",
     "certain Kent Police received request 1/24 on 2 January 2024 and, 20 working days after that "
     "(30 "
     "January 2024), no answer is on record."},
    {"kent,no,2024-01-02\n", "", "2024-06-30", ""},
    {"kent,,2024-01-02\n", "", "2024-06-30", ""},
    {KENT "essex,yes,2024-01-03\n", "", "2024-01-31", "certain Kent Police "},
    /* a day of receipt that is not known has no due date, one of a month has several */
    {"kent,yes,\n", "", "2024-06-30", ""},
    {"kent,yes,2024-01\n", "", "2024-01-28", ""},
    {"kent,yes,2024-01\n", "", "2024-02-15",
     "possible Possibly: Kent Police received request 1/24 "},
    {"kent,yes,2024-01\n", "", "2024-03-31", "certain Kent Police received request 1/24 "},
    /* nor has one in a year whose holidays are not known */
    {"kent,yes,2035-01-02\n", "", "2035-12-31", ""},
    /* the Act of the force says which holidays count: 2 January and 25 March are days off in one */
    {"police-scotland,yes,2024-03-01\n", "", "2024-04-02", "certain Police Service of Scotland"},
    {"kent,yes,2024-03-01\n", "", "2024-04-02", ""},
    /* any row but no_response and extended is an answer, however late, read or not, at any stage */
    {KENT, "kent,,2024-06-01,ncnd,,1/24,argus\n", "2024-06-30", ""},
    {KENT, "kent,,2024-01-31,clarification,,1/24,argus\n", "2024-06-30", ""},
    {KENT, "kent,,2024-01-31,transferred,,1/24,argus\n", "2024-06-30", ""},
    {KENT, "kent,,2024-01-31,unread,,1/24,argus\n", "2024-06-30", ""},
    {KENT, "kent,,2024-01-31,other,,1/24,argus\n", "2024-06-30", ""},
    {KENT, "kent,internal_review,2024-05-31,refused_cost,,1/24,argus\n", "2024-06-30", ""},
    {KENT, "kent,,2024-01-31,ncnd,,1/24,borg\n", "2024-06-30", ""},
    {KENT, "kent,,,ncnd,,1/24,argus\n", "2024-06-30", ""},
    {KENT, "kent,,,no_response,,1/24,argus\n", "2024-06-30", "certain Kent Police "},
    {KENT, "kent,,2024-01-31,ncnd,,2/24,argus\n", "2024-06-30", "certain Kent Police "},
    {KENT, "essex,,2024-01-31,ncnd,,1/24,argus\n", "2024-06-30", "certain Kent Police "},
    /* one that is dated after as-of is none yet; one of a month that has begun may be */
    {KENT, "kent,,2024-03-01,ncnd,,1/24,argus\n", "2024-02-29", "certain Kent Police "},
    {KENT, "kent,,2024-02-29,ncnd,,1/24,argus\n", "2024-02-29", ""},
    {KENT, "kent,,2024-02,ncnd,,1/24,argus\n", "2024-02-10", ""},
    {KENT, "kent,,2024-03,ncnd,,1/24,argus\n", "2024-02-29", "certain Kent Police "},
    /* a letter that takes more time is no answer, whatever it says, and gives 20 days more */
    {KENT, "kent,,2024-01-30,extended,,1/24,argus\n", "2024-02-27", ""},
    {KENT, "kent,,2024-01-30,extended,,1/24,argus\n", "2024-02-28",
     "certain Kent Police received request 1/24 on 2 January 2024 and, 40 working days after that "
     "(27 "
     "February 2024) and a letter that took more time, no answer is on record."},
    {KENT, "kent,,2024-01-30,extended,confirm,1/24,argus\n", "2024-02-28", "certain Kent Police "},
    {KENT, "kent,,2024-01-30,extended,,1/24,argus\nkent,,2024-02-20,ncnd,,1/24,argus\n",
     "2024-02-28", ""},
    /* only one of the 20 days, of the first stage, about this request, by its own Act */
    {KENT, "kent,,2024-01-31,extended,,1/24,argus\n", "2024-02-20",
     "certain Kent Police received request 1/24 on 2 January 2024 and, 20 working days"},
    {KENT, "kent,internal_review,2024-01-20,extended,,1/24,argus\n", "2024-02-20",
     "certain Kent Police "},
    {KENT, "kent,,2024-01-20,extended,,2/24,argus\n", "2024-02-20", "certain Kent Police "},
    {"police-scotland,yes,2024-01-03\n", "police-scotland,,2024-01-20,extended,,1/24,argus\n",
     "2024-02-20", "certain Police Service of Scotland "},
    /* perhaps one of the 20 days */
    {KENT, "kent,,,extended,,1/24,argus\n", "2024-02-20", "possible Possibly: Kent Police "},
    {KENT, "kent,,,extended,,1/24,argus\n", "2024-02-28", "certain Kent Police "},
    {KENT, "kent,,2024-01,extended,,1/24,argus\n", "2024-02-20", "possible Possibly: Kent "},
    {KENT, "kent,,2024-02,extended,,1/24,argus\n", "2024-02-20", "certain Kent Police "},
    /* receipt and extension are each one day in one reading (65) */
    {"kent,yes,2024-01\n", "kent,,2024-01-20,extended,,1/24,argus\n", "2024-02-27", ""},
    {"kent,yes,2024-01\n", "kent,,2024-02-10,extended,,1/24,argus\n", "2024-02-27",
     "possible Possibly: Kent "},
    /* the default as-of is the latest date that the pack has; without any X06 is silent (8) */
    {KENT "essex,yes,2024-01-31\n", "", NULL, "certain Kent Police "},
    {KENT "essex,yes,2024-01-30\n", "", NULL, ""},
    {"kent,yes,\n", "essex,,,ncnd,,1/24,argus\n", NULL, ""},
};

START_TEST(answers_are_awaited_or_not)
{
    struct loading l;
    loading_begin(&l);
    loading_write_rows(&l, "circulation.csv", "request_id,force_id,received,date_received",
                       packs[_i].circulation, "1/24,%s\n");
    loading_write_rows(
        &l, "responses.csv",
        "force_id,stage,date_responded,stance,use_statement,request_id,tool_id,response_id",
        packs[_i].responses, "%s,r%d\n");
    l.db = worked_pack_database(NUMBERS_IN_SHORT);
    worked_pack_audit_into(l.db, l.folder, packs[_i].as_of);
    rows_assert(l.db, "SELECT count(*) FROM reject", "0");
    char *sql = sqlite3_mprintf("SELECT substr(certainty || ' ' || message, 1, %d) FROM finding "
                                "WHERE rule_id = 'X06'",
                                *packs[_i].found ? (int)strlen(packs[_i].found) : 99);
    rows_assert(l.db, sql, packs[_i].found);
    sqlite3_free(sql);
    loading_end(&l);
}
END_TEST

Suite *suite_rules_awaited(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("rules/awaited", &tcase);
    ADD_TABLE_TEST(tcase, answers_are_awaited_or_not, packs);
    return suite;
}
