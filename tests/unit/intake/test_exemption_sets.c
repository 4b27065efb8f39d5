/* SPDX-License-Identifier: MIT
 * Lists of exemptions, and the sets that letters share whatever their order and spelling.
 */
#include "intake/exemption_sets.h"
#include "store/database.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>

static const struct {
    const char *text;
    enum citation_fault fault;
    const char *expected; /* the list, or the item that cannot be read */
} lists[] = {
    {"s31(3); 24(2)", CITATIONS_OK, "31(3);24(2)"},
    {"31(3) and 31 (3), S.31(3)", CITATIONS_OK, "31(3)"},
    {"", CITATIONS_OK, ""},
    {"31(3); no reason", CITATIONS_UNREADABLE, "no reason"},
};

START_TEST(list_is_read)
{
    struct citation_list list;
    struct slice bad = {"", 0};
    ck_assert_int_eq(citation_list_read(slice_of(lists[_i].text), ACT_FOIA, &list, &bad),
                     lists[_i].fault);
    char got[SET_BYTES] = "";
    if (lists[_i].fault == CITATIONS_OK)
        citation_list_write(&list, got);
    else
        snprintf(got, sizeof got, "%.*s", (int)bad.length, bad.bytes);
    ck_assert_str_eq(got, lists[_i].expected);
}
END_TEST

START_TEST(too_long_a_list_is_refused)
{
    char text[8 * SET_CITATIONS + 16] = "";
    size_t used = 0;
    for (int i = 1; i <= SET_CITATIONS + 1; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%d(1);", i);
    struct citation_list list;
    struct slice bad;
    ck_assert_int_eq(citation_list_read(slice_of(text), ACT_FOIA, &list, &bad), CITATIONS_TOO_MANY);
}
END_TEST

/* Which letters share a set: the number is that of the first with it. */
static const struct {
    int regime;
    const char *text;
    int32_t set;
} letters[] = {
    {REGIME_FOIA, "31(3);24(2)", 1},  {REGIME_FOIA, "s24(2), s31(3)", 1},
    {REGIME_FOISA, "31(3);24(2)", 2}, {REGIME_FOIA, "31(3)", 3},
    {REGIME_OTHER, "not subject", 4}, {REGIME_OTHER, "not subject", 4},
    {REGIME_FOIA, "31(3);24(2)", 1},
};

START_TEST(letters_share_a_set)
{
    struct error err = {0};
    struct slice bad;
    sqlite3 *db = NULL;
    struct exemption_sets sets;
    ck_assert(database_create(":memory:", &db, &err));
    exemption_sets_open(&sets, db);
    for (size_t i = 0; i < LENGTH_OF(letters); i++) {
        int32_t set = 0;
        struct slice text = slice_of(letters[i].text);
        ck_assert_int_eq(exemption_sets_find(&sets, letters[i].regime, text, &set, &bad),
                         CITATIONS_OK);
        ck_assert(set || exemption_sets_add(&sets, letters[i].regime, text, &set, &err));
        ck_assert_int_eq(set, letters[i].set);
    }
    exemption_sets_close(&sets);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}
END_TEST

Suite *suite_intake_exemption_sets(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/exemption_sets", &tcase);
    ADD_TABLE_TEST(tcase, list_is_read, lists);
    tcase_add_test(tcase, too_long_a_list_is_refused);
    tcase_add_test(tcase, letters_share_a_set);
    return suite;
}
