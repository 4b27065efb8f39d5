/* SPDX-License-Identifier: MIT */
#include "store/phrase_set.h"

#include "base/error.h"
#include "store/database.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <string.h>

static const char *const phrases[] = {"Kent",
                                      "Kent Police",
                                      "Kent and Essex Police",
                                      "Essex",
                                      "Île-de-Ré Police",
                                      "St. Force (North)",
                                      "ſtrange Co",
                                      "",
                                      "kent"};

static const struct {
    const char *text, *numbers;
} searches[] = {
    {"", ""},
    {"nobody", ""},
    {"Kent", "0 8 "},
    {"KENT \n\t POLICE, we", "0 8 1 "},
    {"Kentish", ""},
    {"of Brokent", ""},
    {"Kent and Essex  Police", "0 8 2 3 "},
    {"(essex)", "3 "},
    {"ÎLE-DE-RÉ\u00a0\u2003POLICE's", "4 "},
    {"the St. Force (North)'s", "5 "},
    {"a strange co", "6 "},
    {"Kent\xff"
     "Essex",
     "0 8 3 "},
    {"Kent_1", ""},
};

static bool print_number(void *context, int64_t number)
{
    char *said = context;
    snprintf(said + strlen(said), 64 - strlen(said), "%d ", (int)number);
    return true;
}

START_TEST(test_finds_phrases)
{
    char said[64] = "";
    struct phrase_set *set = phrase_set_new();
    for (size_t i = 0; i < LENGTH_OF(phrases); i++)
        ck_assert(phrase_set_add(set, slice_of(phrases[i]), (int64_t)i));
    ck_assert(phrase_set_search(set, slice_of(searches[_i].text), NULL, print_number, said));
    ck_assert(phrase_set_search(set, slice_of("x"), NULL, print_number, said));
    ck_assert_str_eq(said, searches[_i].numbers);
    phrase_set_free(set);
}
END_TEST

static const struct {
    const char *sql, *value;
} statements[] = {
    {"SELECT phrases_within('b a b', phrase_set(column1, column2)) FROM (VALUES ('a', 2), ('b', "
     "1))",
     "[1,2]"},
    {"SELECT phrases_within('b a b', phrase_set(column1, 1)) FROM (VALUES ('a'))", "[1]"},
    {"SELECT phrases_within('a', phrase_set(column1, 1)) FROM (VALUES ('a')) WHERE false", "[]"},
    {"SELECT phrases_within(NULL, phrase_set('a', 1))", "[]"},
    {"SELECT phrases_within('a', 7)", NULL},
    {"SELECT phrases_within('a', -1)", NULL},
    {"SELECT phrases_within('a', max(h) - 4) FROM (SELECT phrase_set('a', 1) AS h FROM "
     "(VALUES (1), (2), (3), (4), (5)) GROUP BY column1)",
     NULL},
};

START_TEST(test_functions)
{
    struct error err = {0};
    sqlite3 *db = NULL;
    sqlite3_stmt *s = NULL;
    ck_assert(database_create(":memory:", &db, &err));
    ck_assert_int_eq(sqlite3_prepare_v2(db, statements[_i].sql, -1, &s, NULL), SQLITE_OK);
    int code = sqlite3_step(s);
    if (statements[_i].value)
        ck_assert_str_eq((const char *)sqlite3_column_text(s, 0), statements[_i].value);
    else
        ck_assert_int_eq(code, SQLITE_ERROR);
    sqlite3_finalize(s);
    sqlite3_close(db);
}
END_TEST

Suite *suite_store_phrase_set(void)
{
    TCase *c = NULL;
    Suite *suite = suite_with_case("store/phrase_set", &c);
    ADD_TABLE_TEST(c, test_finds_phrases, searches);
    ADD_TABLE_TEST(c, test_functions, statements);
    return suite;
}
