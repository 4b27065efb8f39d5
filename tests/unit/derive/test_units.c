/* SPDX-License-Identifier: MIT
 * Expansion into cells, and the forces' positions counted by unit.
 */
#include "derive/passes.h"
#include "deriving.h"
#include "suites.h"
#include "table.h"

static const struct membership memberships[] = {{1, 1, ALWAYS}, {1, 2, SINCE(15)}};

/* Units "request/question/tool confirming/denying/ncnd/silent/unread acknowledged", cells
 * "unit.force=response", partners "force outside?". Force 1 has acknowledged tool 1. */
static const struct {
    struct given_fact facts[DERIVING_FACTS];
    const char *units, *cells, *partners;
} examples[] = {
    /* a whole letter stands for the questions that it does not answer separately */
    {{{1, 1, 0, 1, STAGE_INITIAL, STANCE_NCND, ON(10)},
      {1, 1, 2, 1, STAGE_INITIAL, STANCE_DISCLOSED, ON(10)}},
     "1/1/1 0/0/1/0/0 0|1/2/1 1/0/0/0/0 1",
     "1.1=1|2.1=2",
     ""},
    /* a later letter counts for what it answers */
    {{{1, 1, 0, 1, STAGE_INITIAL, STANCE_NCND, ON(10)},
      {1, 1, 1, 1, STAGE_INTERNAL_REVIEW, STANCE_NOT_HELD, ON(20)}},
     "1/1/1 0/1/0/0/0 0|1/2/1 0/0/1/0/0 0",
     "1.1=2|2.1=1",
     ""},
    /* forces about one question of one tool; silences are told apart */
    {{{1, 2, 3, 1, STAGE_INITIAL, STANCE_UNREAD, ON(10)},
      {2, 2, 3, 1, STAGE_INITIAL, STANCE_REFUSED_COST, ON(10)},
      {3, 2, 3, 2, STAGE_INITIAL, STANCE_DISCLOSED, ON(10)}},
     "2/3/1 0/0/0/1/1 0|2/3/2 1/0/0/0/0 0",
     "1.1=1|1.2=2|2.3=3",
     ""},
    /* members that differ are partners; one whose membership began later is none */
    {{{1, 2, 3, 1, STAGE_INITIAL, STANCE_DISCLOSED, ON(20)},
      {2, 2, 3, 1, STAGE_INITIAL, STANCE_NCND, ON(20)}},
     "2/3/1 1/0/1/0/0 1",
     "1.1=1|1.2=2",
     "1 0|2 0"},
    {{{1, 2, 3, 1, STAGE_INITIAL, STANCE_DISCLOSED, ON(20)},
      {2, 2, 3, 1, STAGE_INITIAL, STANCE_NCND, ON(14)}},
     "2/3/1 1/0/1/0/0 1",
     "1.1=1|1.2=2",
     "1 0"},
    {{{1, 2, 3, 1, STAGE_INITIAL, STANCE_DISCLOSED, ON(20)},
      {2, 2, 3, 1, STAGE_INITIAL, STANCE_NCND, {14, 20}}},
     "2/3/1 1/0/1/0/0 1",
     "1.1=1|1.2=2",
     "1 0|2 1"},
};

static void check_tables(const struct deriving *d, int i)
{
    deriving_check(d,
                   "SELECT request_no || '/' || coalesce(question_no, 0) || '/' || tool_no || ' ' "
                   "|| confirming || '/' || denying || '/' || ncnd || '/' || silent || '/' || "
                   "unread || ' ' || confirming_acknowledged FROM unit ORDER BY unit_no",
                   examples[i].units);
    deriving_check(d,
                   "SELECT unit_no || '.' || force_no || '=' || response_no FROM cell ORDER BY "
                   "unit_no, force_no",
                   examples[i].cells);
    deriving_check(d, "SELECT force_no || ' ' || maybe_outside FROM partner ORDER BY force_no",
                   examples[i].partners);
}

START_TEST(forces_are_counted_by_unit)
{
    struct deriving d;
    struct letters letters;
    struct profiles profiles;
    struct cells cells;
    struct error err = {0};
    deriving_begin(&d, examples[_i].facts);
    d.in.memberships = memberships;
    d.in.membership_count = LENGTH_OF(memberships);
    d.in.collaboration_count = 1;
    const struct record_entry entry = {1, 1, 1, LEVEL_OWN, SINCE(5), ON(5)};
    const struct record record = {&entry, 1};
    ck_assert(letters_build(&d.in, &letters, &err));
    ck_assert(profiles_build(&d.in, &record, &letters, &profiles, &err));
    ck_assert(cells_build(&d.in, &cells, &err));
    ck_assert(units_build(&d.in, &record, &profiles, &cells, &err));
    check_tables(&d, _i);
    cells_done(&cells);
    profiles_done(&profiles);
    letters_done(&letters);
    deriving_end(&d);
}
END_TEST

Suite *suite_derive_units(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("derive/units", &tcase);
    ADD_TABLE_TEST(tcase, forces_are_counted_by_unit, examples);
    return suite;
}
