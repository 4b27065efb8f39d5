/* SPDX-License-Identifier: MIT
 * Cells where a force belongs that name none or several: refused for that, with what to do.
 */
#include "suites.h"
#include "table.h"

#include "intake/loading.h"

#include <string.h>

#define NONE_IN_PARTICULAR                                                                         \
    "It names no force in particular: write a row for each force that is meant."
#define WHICH   "Say which: write a row for each force that is meant, with its name in each."
#define EACH    "Write a row for each force."
#define REGION  "A region is no force: write a row for each force of it that is meant."
#define TOTALS  "A row of totals is no answer: delete it."
#define LONDON  "Two forces are London's: write metropolitan or city-of-london, whichever is meant."
#define ALL_TOO " Write * where every force is meant."
#define NO      "is no single force"

static const struct {
    const char *cell, *reason, *advice; /* reason NULL: it is refused for another reason, or not */
} cells[] = {
    {"National", NO, NONE_IN_PARTICULAR},
    {"NATIONAL", NO, NONE_IN_PARTICULAR},
    {"UK", NO, NONE_IN_PARTICULAR},
    {"U.K.", NO, NONE_IN_PARTICULAR},
    {"UK-wide", NO, NONE_IN_PARTICULAR},
    {"England & Wales", NO, NONE_IN_PARTICULAR},
    {"all forces", NO, NONE_IN_PARTICULAR},
    {"All", NO, NONE_IN_PARTICULAR},
    {"All 43 forces", NO, NONE_IN_PARTICULAR},
    {"every  force", NO, NONE_IN_PARTICULAR},
    {"*", NO, EACH},
    {"\xef\xbc\x8a", NO, EACH},
    {"\xef\xb9\xa1", NO, EACH},
    {"\xe2\x88\x97", NO, EACH},
    {"various", NO, WHICH},
    {"Various Forces", NO, WHICH},
    {"several", NO, WHICH},
    {"other", NO, WHICH},
    {"as above", NO, WHICH},
    {"London", NO, LONDON},
    {"Wales", NO,
     "Wales has four forces: dyfed-powys, gwent, north-wales and south-wales. Write a row for each "
     "that is meant."},
    {"East Midlands", NO, REGION},
    {"Channel Islands", NO, REGION},
    {"Total", NO, TOTALS},
    {"Grand total:", NO, TOTALS},
    {"Average", NO, TOTALS},
    /* several by name */
    {"Kent and Essex", "names several forces, Kent Police (kent) and Essex Police (essex)", EACH},
    {"Kent & Essex", "names several forces, Kent Police (kent) and Essex Police (essex)", EACH},
    {"Kent; Essex", "names several forces, Kent Police (kent) and Essex Police (essex)", EACH},
    {"Kent/Essex", "names several forces, Kent Police (kent) and Essex Police (essex)", EACH},
    {"Kent - Essex", "names several forces, Kent Police (kent) and Essex Police (essex)", EACH},
    {"Kent+Essex", "names several forces, Kent Police (kent) and Essex Police (essex)", EACH},
    {"Kent Police, Essex Police",
     "names several forces, Kent Police (kent) and Essex Police (essex)", EACH},
    {"kent, essex and surrey",
     "names several forces, Kent Police (kent), Essex Police (essex) and Surrey Police (surrey)",
     EACH},
    {"Avon and Somerset and Kent",
     "names several forces, Avon and Somerset Constabulary (avon-and-somerset) and Kent Police "
     "(kent)",
     EACH},
    {"Kent or Devon & Cornwall",
     "names several forces, Kent Police (kent) and Devon & Cornwall Police (devon-and-cornwall)",
     EACH},
    /* a name that is none costs no other its place in the message */
    {"Kent; Essex; Wessx",
     "names several forces, Kent Police (kent) and Essex Police (essex), and \"wessx\", which is "
     "none",
     EACH},
    {"Nowhere, Kent and Essex",
     "names several forces, Kent Police (kent) and Essex Police (essex), and \"nowhere\", which is "
     "none",
     EACH},
    {"emsou",
     "is a collaboration, East Midlands Special Operations Unit (ROCU) (emsou), and no single "
     "force",
     EACH},
    /* one force, or a name that is merely unknown */
    {"Avon and Somerset", NULL, NULL},
    {"Devon & Cornwall", NULL, NULL},
    {"Scotland", NULL, NULL},
    {"Met", NULL, NULL},
    {"North Wales", NULL, NULL},
    {"Kent and Nowhere", NULL, "Did you mean Kent Police (kent)?"},
    {"Kent and Kent Police", NULL, "Did you mean Kent Police (kent)?"},
    {"Kent, Essex and Surrey joint unit", NULL,
     "Did you mean Kent Police (kent) or Essex Police (essex) or Surrey Police (surrey)?"},
    {"National Crime Agency", NULL, NULL},
    {"Nationwide Building Society", NULL, "Write it as forces.csv lists it, or add it there."},
    {"Totalia", NULL, "Write it as forces.csv lists it, or add it there."},
    {" and ", NULL, "Write it as forces.csv lists it, or add it there."},
};

static void load_cell(struct loading *l, const char *file, const char *heading, const char *cell,
                      const char *rest)
{
    char *text = sqlite3_mprintf("%s\na,\"%s\",%s\n", heading, cell, rest);
    loading_begin(l);
    loading_write(l, file, text, strlen(text));
    sqlite3_free(text);
}

START_TEST(no_single_force_is_refused)
{
    struct loading l;
    load_cell(&l, "responses.csv", "response_id,force_id,request_id,tool_id,stance", cells[_i].cell,
              "1/24,t,ncnd");
    loading_load(&l, (struct intake_options){0});
    const char *reason = cells[_i].reason, *advice = cells[_i].advice;
    char *expected =
        reason ? sqlite3_mprintf("no-single-force|\"%s\" %s|%s", cells[_i].cell, reason, advice)
               : sqlite3_mprintf("%s", advice ? advice : "");
    loading_assert(&l,
                   reason ? "SELECT code, message, suggestion FROM reject"
                          : "SELECT suggestion FROM reject WHERE code = 'unknown-force' UNION ALL "
                            "SELECT code FROM reject WHERE code <> 'unknown-force'",
                   expected);
    sqlite3_free(expected);
    loading_end(&l);
}
END_TEST

/* Where * may stand for all. */
static const struct {
    const char *cell, *read;
} acknowledged[] = {
    {"*", "*|"},
    {"\xef\xbc\x8a", "*|"},
    {"All forces", "|" NONE_IN_PARTICULAR ALL_TOO},
    {"UK", "|" NONE_IN_PARTICULAR ALL_TOO},
    {"Kent and Essex", "|" EACH ALL_TOO},
};

START_TEST(all_forces_may_be_acknowledged)
{
    static const char responses[] = "response_id,force_id,request_id,tool_id,stance\n";
    struct loading l;
    load_cell(&l, "acknowledgements.csv",
              "acknowledgement_id,force_id,tool_id,kind,publisher,date_published",
              acknowledged[_i].cell, "t,media,third_party,2024-01-01");
    loading_write(&l, "responses.csv", responses, strlen(responses));
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l,
                   "SELECT (SELECT force_id FROM v_acknowledgements), (SELECT suggestion FROM "
                   "reject)",
                   acknowledged[_i].read);
    loading_end(&l);
}
END_TEST

/* What the pack itself calls so is that. */
START_TEST(names_of_the_pack_go_first)
{
    static const char extra[] = "force_id,name,aliases,regime\nxn,National,Kent and Essex,FOIA\n";
    static const char rows[] = "response_id,force_id,request_id,tool_id,stance\n"
                               "a,National,1/24,t,ncnd\nb,Kent & Essex,1/24,t,ncnd\n";
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "forces_extra.csv", extra, strlen(extra));
    loading_write(&l, "responses.csv", rows, strlen(rows));
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l, "SELECT force_id FROM v_responses", "xn;xn");
    loading_end(&l);
}
END_TEST

Suite *suite_intake_single_force(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/single_force", &tcase);
    ADD_TABLE_TEST(tcase, no_single_force_is_refused, cells);
    ADD_TABLE_TEST(tcase, all_forces_may_be_acknowledged, acknowledged);
    tcase_add_test(tcase, names_of_the_pack_go_first);
    return suite;
}
