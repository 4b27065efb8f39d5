/* SPDX-License-Identifier: MIT
 * X05, sentence by sentence: which members of a collaboration differ, on which day each is one,
 * what excuses them, and that one date is read once (clauses 29, 41, 47, 60, 65).
 */
#include "intake/loading.h"
#include "rules/worked_packs.h"
#include "suites.h"
#include "table.h"

#include <string.h>

#define BOTH     "w,kent,,\nw,essex,,\n"
#define THREE    BOTH "w,surrey,,\n"
#define KENT_HAS "kent,force,2024-01-05,\n"
#define ALL_GOOD "O,2024-01-01,,any,held_s21;disclosed;ncnd\n"
#define LIMBS    "A,2024-01-01,,acknowledged,held_s21\nN,2024-01-01,,not_acknowledged,ncnd\n"

static const struct {
    const char *memberships;      /* collaboration_id, force_id, date_from, date_to */
    const char *acknowledgements; /* force_id, publisher, date_published, date_withdrawn */
    const char *guidance;  /* guidance_id, effective_from, effective_to, condition, stances */
    const char *responses; /* response_id, force_id, topic, date, stance, partial_ncnd */
    const char *found;     /* certainty, severity, message; "": nothing */
} packs[] = {
    /* two that differ, and what is no difference */
    {BOTH, "", "", "1,kent,,2024-02-01,disclosed,\n2,essex,,2024-02-20,ncnd,\n",
     "certain medium Members of W answered request 1/24 about argus differently: Kent Police on 1 "
     "February "
     "2024 confirmed; Essex Police on 20 February 2024 neither confirmed nor denied."},
    {BOTH, "", "", "1,kent,,2024-02-01,disclosed,\n2,essex,,2024-02-20,held_exempt,\n", ""},
    {BOTH, "", "", "1,kent,,2024-02-01,clarification,\n2,essex,,2024-02-20,ncnd,\n", ""},
    {BOTH, "", "", "1,kent,,2024-02-01,disclosed,\n2,surrey,,2024-02-20,ncnd,\n", ""},
    /* the message names a denial of open use alone (47) */
    {BOTH, "", "", "1,kent,,2024-02-01,not_held,yes\n2,essex,,2024-02-20,ncnd,\n",
     "certain medium Members of W answered request 1/24 about argus differently: Kent Police on 1 "
     "February "
     "2024 denied; Essex Police on 20 February 2024 neither confirmed nor denied; each denial is "
     "of open use alone, with an NCND for the rest."},
    {THREE, "", "",
     "1,kent,,2024-02-01,not_held,yes\n2,essex,,2024-02-20,ncnd,\n3,surrey,,2024-02-20,not_held,"
     "no\n",
     "certain medium Members of W answered request 1/24 about argus differently: Kent Police on 1 "
     "February "
     "2024 and Surrey Police on 20 February 2024 denied; Essex Police on 20 February 2024 neither "
     "confirmed nor denied; some denials are of open use alone, with an NCND for the rest."},
    /* topics meetings and other: low (60) */
    {BOTH, "", "", "1,kent,meetings,2024-02-01,disclosed,\n2,essex,meetings,2024-02-20,ncnd,\n",
     "certain low "},
    {BOTH, "", "", "1,kent,other,2024-02-01,disclosed,\n2,essex,cost,2024-02-20,ncnd,\n",
     "certain medium "},
    /* high where the collaboration has acknowledged; a member's own is not the collaboration's */
    {BOTH, "@w,collaboration,2024-01-05,\n", "",
     "1,kent,,2024-02-01,disclosed,\n2,essex,,2024-02-20,ncnd,\n", "certain high "},
    {BOTH, KENT_HAS, "", "1,kent,,2024-02-01,disclosed,\n2,essex,,2024-02-20,ncnd,\n",
     "certain medium "},
    /* each is a member on the day of its own letter, first and last day included (11, 29) */
    {"w,kent,,2024-02-01\nw,essex,2024-02-20,\n", "", "",
     "1,kent,,2024-02-01,disclosed,\n2,essex,,2024-02-20,ncnd,\n", "certain medium "},
    {"w,kent,,2024-01-31\nw,essex,,\n", "", "",
     "1,kent,,2024-02-01,disclosed,\n2,essex,,2024-02-20,ncnd,\n", ""},
    {"w,kent,,\nw,essex,2024-02-21,\n", "", "",
     "1,kent,,2024-02-01,disclosed,\n2,essex,,2024-02-20,ncnd,\n", ""},
    {"w,kent,2024-02-10,\nw,essex,,\n", "", "",
     "1,kent,,2024-02,disclosed,\n2,essex,,2024-02-20,ncnd,\n", "possible medium "},
    {"w,kent,2024-02-01,2024-02-29\nw,essex,,\n", "", "",
     "1,kent,,2024-02,disclosed,\n2,essex,,2024-02-20,ncnd,\n", "certain medium "},
    {"w,kent,,2024-02\nw,essex,,\n", "", "",
     "1,kent,,2024-02-15,disclosed,\n2,essex,,2024-02-20,ncnd,\n", "possible medium "},
    /* a letter without a date is of any day (41) */
    {BOTH, "", "", "1,kent,,,disclosed,\n2,essex,,2024-02-20,ncnd,\n", "certain medium "},
    {"w,kent,2024-02-10,\nw,essex,,\n", "", "", "1,kent,,,disclosed,\n2,essex,,2024-02-20,ncnd,\n",
     "possible medium "},
    /* what ends before it begins is in force on no day (65) */
    {"w,kent,2024-03-01,2024-01-01\nw,essex,,\n", "", "",
     "1,kent,,2024-02-01,disclosed,\n2,essex,,2024-02-20,ncnd,\n", ""},
    /* excused: exactly one has an own acknowledgement, and both conform (29) */
    {BOTH, KENT_HAS, LIMBS, "1,kent,,2024-02-01,held_s21,\n2,essex,,2024-02-20,ncnd,\n", ""},
    {BOTH, KENT_HAS "essex,force,2024-01-05,\n", ALL_GOOD,
     "1,kent,,2024-02-01,held_s21,\n2,essex,,2024-02-20,ncnd,\n", "certain medium "},
    {BOTH, "", ALL_GOOD, "1,kent,,2024-02-01,held_s21,\n2,essex,,2024-02-20,ncnd,\n",
     "certain medium "},
    {BOTH, "kent,pcc,2024-01-05,\n", ALL_GOOD,
     "1,kent,,2024-02-01,held_s21,\n2,essex,,2024-02-20,ncnd,\n", "certain medium "},
    {BOTH, KENT_HAS, "O,2024-01-01,,any,ncnd\n",
     "1,kent,,2024-02-01,held_s21,\n2,essex,,2024-02-20,ncnd,\n", "certain medium "},
    {BOTH, KENT_HAS, "", "1,kent,,2024-02-01,held_s21,\n2,essex,,2024-02-20,ncnd,\n",
     "certain medium "},
    {BOTH, "kent,force,2024-02-02,\n", ALL_GOOD,
     "1,kent,,2024-02-01,held_s21,\n2,essex,,2024-02-20,ncnd,\n", "certain medium "},
    {BOTH, "kent,force,2024-01-05,2024-01-31\n", ALL_GOOD,
     "1,kent,,2024-02-01,held_s21,\n2,essex,,2024-02-20,ncnd,\n", "certain medium "},
    {BOTH, "kent,force,2024-02-10,\n", ALL_GOOD,
     "1,kent,,2024-02,held_s21,\n2,essex,,2024-02-20,ncnd,\n", "possible medium "},
    /* the advice is read once for all members (65): from a day of December on, the other applies */
    {BOTH, KENT_HAS, "O,2024-01-01,,any,held_s21\nQ,2024-12,,any,ncnd\n",
     "1,kent,,2024-12-10,held_s21,\n2,essex,,2024-12-20,ncnd,\n", "possible medium "},
    {BOTH, KENT_HAS, "O,2024-01-01,,any,held_s21\nQ,2024-12-15,,any,ncnd\n",
     "1,kent,,2024-12-10,held_s21,\n2,essex,,2024-12-20,ncnd,\n", ""},
    {BOTH, KENT_HAS, "O,2024-01-01,,any,ncnd\nQ,2024-12,,any,held_s21\n",
     "1,kent,,2024-12-10,held_s21,\n2,essex,,2024-12-20,ncnd,\n", "certain medium "},
    {BOTH, KENT_HAS, "O,2024-01-01,,any,ncnd\nQ,2024-12,,any,held_s21\n",
     "1,kent,,2024-12-20,held_s21,\n2,essex,,2024-12-10,ncnd,\n", "possible medium "},
    {BOTH, KENT_HAS, "O,2024-01-01,2024-12,any,held_s21;ncnd\n",
     "1,kent,,2024-12-10,held_s21,\n2,essex,,2024-12-20,ncnd,\n", "possible medium "},
    /* a member's own dates are read once for all its pairs (65): each pair is excused in some
     * reading, both in none */
    {THREE, KENT_HAS "surrey,force,2024-03-10,\n", ALL_GOOD,
     "1,kent,,2024-03-05,held_s21,\n2,essex,,2024-03-06,disclosed,\n3,surrey,,2024-03,ncnd,\n",
     "certain medium "},
    {"w,kent,,\nw,surrey,,\n", KENT_HAS "surrey,force,2024-03-10,\n", ALL_GOOD,
     "1,kent,,2024-03-05,held_s21,\n2,essex,,2024-03-06,disclosed,\n3,surrey,,2024-03,ncnd,\n",
     "possible medium "},
    {"w,essex,,\nw,surrey,,\n", KENT_HAS "surrey,force,2024-03-10,\n", ALL_GOOD,
     "1,kent,,2024-03-05,held_s21,\n2,essex,,2024-03-06,disclosed,\n3,surrey,,2024-03,ncnd,\n",
     "possible medium "},
    /* and membership and record on the same day: a member only once it had acknowledged */
    {"w,kent,2024-02-10,\nw,essex,,\n", "kent,force,2024-02-10,\n", ALL_GOOD,
     "1,kent,,2024-02,held_s21,\n2,essex,,2024-02-20,ncnd,\n", ""},
    {"w,kent,,2024-02-09\nw,essex,,\n", "kent,force,2024-02-10,\n", ALL_GOOD,
     "1,kent,,2024-02,held_s21,\n2,essex,,2024-02-20,ncnd,\n", "possible medium "},
};

/* "@w" names a collaboration. */
static void write_acknowledgements(struct loading *l, const char *rows)
{
    bool is_joint = rows[0] == '@';
    loading_write_rows(
        l, "acknowledgements.csv",
        is_joint ? "collaboration_id,publisher,date_published,date_withdrawn,tool_id,kind,"
                   "acknowledgement_id"
                 : "force_id,publisher,date_published,date_withdrawn,tool_id,kind,"
                   "acknowledgement_id",
        rows + is_joint, "%s,argus,contract_notice,k%d\n");
}

START_TEST(partners_differ_or_not)
{
    struct loading l;
    loading_begin(&l);
    loading_write_rows(&l, "collaborations.csv", "name,collaboration_id,force_id,date_from,date_to",
                       packs[_i].memberships, "W,%s\n");
    write_acknowledgements(&l, packs[_i].acknowledgements);
    loading_write_rows(&l, "guidance.csv",
                       "title,guidance_id,effective_from,effective_to,condition,expected_stance",
                       packs[_i].guidance, "C,%s\n");
    loading_write_rows(
        &l, "responses.csv",
        "request_id,tool_id,response_id,force_id,topic,date_responded,stance,partial_ncnd",
        packs[_i].responses, "1/24,argus,%s\n");
    l.db = worked_pack_database(NUMBERS_IN_SHORT);
    worked_pack_audit_into(l.db, l.folder, "2025-06-01");
    rows_assert(l.db, "SELECT count(*) FROM reject", "0");
    char *sql = sqlite3_mprintf("SELECT substr(certainty || ' ' || severity || ' ' || "
                                "replace(message, 'Possibly: ', ''), 1, %d) FROM finding WHERE "
                                "rule_id = 'X05'",
                                (int)strlen(packs[_i].found) ? (int)strlen(packs[_i].found) : 99);
    rows_assert(l.db, sql, packs[_i].found);
    sqlite3_free(sql);
    loading_end(&l);
}
END_TEST

Suite *suite_rules_partners(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("rules/partners", &tcase);
    ADD_TABLE_TEST(tcase, partners_differ_or_not, packs);
    return suite;
}
