/* SPDX-License-Identifier: MIT */
#include "derive/record.h"

#include "deriving.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>

/* Collaboration 7: force 1 always, force 2 from a day in 20..25 to day 80. */
static const struct membership memberships[] = {{7, 1, ALWAYS}, {7, 2, {{20, 80}, {25, 80}}}};

/* An acknowledgement: force, collaboration, tool, publisher, published (two days), withdrawn (flag
 * and two days); and for whom it speaks: "force/tool level possible certain". No end: "-". */
static const struct {
    const char *acknowledgement, *entries;
} examples[] = {
    {"1, NULL, 3, 'force', 10, 10, 0, NULL, NULL", "1/3 own 10.. 10.."},
    {"1, NULL, 3, 'force', 10, 12, 1, 30, 35", "1/3 own 10..35 12..30"},
    /* of the tool below it speaks for the one above, not the other way round */
    {"1, NULL, 2, 'force', 10, 10, 0, NULL, NULL", "1/1 own 10.. 10..|1/2 own 10.. 10.."},
    {"1, NULL, 1, 'force', 10, 10, 0, NULL, NULL", "1/1 own 10.. 10.."},
    /* withdrawn on a day not known: on no day certainly in force */
    {"1, NULL, 3, 'force', 10, 10, 1, NULL, NULL", "1/3 own 10.. never"},
    /* others speak at another level, and a collaboration for its members while they are */
    {"1, NULL, 3, 'pcc', 10, 10, 0, NULL, NULL", "1/3 third_party 10.. 10.."},
    {"NULL, 7, 3, 'collaboration', 10, 10, 0, NULL, NULL",
     "1/3 collaboration 10.. 10..|2/3 collaboration 20..80 25..80"},
    {"NULL, 7, 3, 'third_party', 10, 10, 0, NULL, NULL",
     "1/3 third_party 10.. 10..|2/3 third_party 20..80 25..80"},
    /* published after the audit's day */
    {"1, NULL, 3, 'force', 1001, 1001, 0, NULL, NULL", ""},
};

START_TEST(an_acknowledgement_speaks_for)
{
    struct deriving d;
    struct record record;
    struct error err = {0};
    char sql[512];
    deriving_begin(&d, NULL);
    d.in.memberships = memberships;
    d.in.membership_count = LENGTH_OF(memberships);
    snprintf(sql, sizeof sql,
             "INSERT INTO acknowledgement (acknowledgement_id, kind, file_no, line, force_no, "
             "collaboration_no, tool_no, publisher, published_earliest, published_latest, "
             "withdrawn, withdrawn_earliest, withdrawn_latest) VALUES ('a', 'foi', 1, 2, %s)",
             examples[_i].acknowledgement);
    ck_assert_msg(sqlite3_exec(d.in.db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s",
                  sqlite3_errmsg(d.in.db));
    ck_assert(record_build(&d.in, &record, &err));
    deriving_check(&d,
                   "SELECT force_no || '/' || tool_no || ' ' || level || ' ' || possible_from || "
                   "'..' || iif(possible_to = 4000000, '', possible_to) || ' ' || "
                   "coalesce(certain_from || '..' || iif(certain_to = 4000000, '', certain_to), "
                   "'never') FROM acknowledgement_for ORDER BY rowid",
                   examples[_i].entries);
    record_done(&record);
    deriving_end(&d);
}
END_TEST

START_TEST(entries_of_a_force_and_tool_are_found)
{
    static const struct record_entry entries[] = {{1, 1, 1, LEVEL_OWN, ALWAYS, ON(0)},
                                                  {1, 2, 1, LEVEL_OWN, {{10, 20}, {12, 18}}, ON(0)},
                                                  {1, 2, 2, LEVEL_COLLABORATION, ALWAYS, ON(0)},
                                                  {3, 1, 1, LEVEL_OWN, ALWAYS, ON(0)}};
    static const struct {
        int32_t force_no, tool_no;
        size_t first, count;
    } wanted[] = {{1, 1, 0, 1}, {1, 2, 1, 2}, {1, 3, 3, 0}, {2, 1, 3, 0}, {3, 1, 3, 1}};
    const struct record record = {entries, LENGTH_OF(entries)};
    const struct record_entry *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < LENGTH_OF(wanted); i++) {
        record_find(&record, wanted[i].force_no, wanted[i].tool_no, &first, &count);
        ck_assert_ptr_eq(first, entries + wanted[i].first);
        ck_assert_uint_eq(count, wanted[i].count);
    }
    ck_assert_int_eq(record_on_day(entries + 1, 2, LEVEL_OWN, 11), CERTAINTY_POSSIBLE);
    ck_assert_int_eq(record_on_day(entries + 1, 2, LEVEL_OWN, 15), CERTAINTY_CERTAIN);
    ck_assert_int_eq(record_on_day(entries + 1, 2, LEVEL_THIRD_PARTY, 15), CERTAINTY_NONE);
}
END_TEST

Suite *suite_derive_record(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("derive/record", &tcase);
    ADD_TABLE_TEST(tcase, an_acknowledgement_speaks_for, examples);
    tcase_add_test(tcase, entries_of_a_force_and_tool_are_found);
    return suite;
}
