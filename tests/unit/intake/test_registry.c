/* SPDX-License-Identifier: MIT
 * What rows refer to: what a file lists, by any spelling, and what it does not, as it is written.
 */
#include "intake/registry.h"
#include "store/database.h"
#include "suites.h"
#include "table.h"

static struct registry registry;
static sqlite3 *db;
static struct error err;

static void open_registry(void)
{
    static const char tools[] = "INSERT INTO tool (tool_no, tool_id, name, aliases) VALUES "
                                "(1, 'a', 'Hammer', 'Mallet;Gavel'), (2, 'b', 'Saw', 'gavel')";
    ck_assert_msg(database_create(":memory:", &db, &err), "%s", err.what);
    ck_assert_int_eq(sqlite3_exec(db, tools, NULL, NULL, NULL), SQLITE_OK);
    registry_open(&registry, db);
    ck_assert(registry_read_tools(&registry, &err));
}

static void close_registry(void)
{
    registry_close(&registry);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}

static const struct {
    const char *text;
    int32_t number;
} tools[] = {
    {"a", 1},    {"A", 1},    {"hammer", 1}, {"Mallet", 1},         {"Gavel", NAMES_AMBIGUOUS},
    {"file", 3}, {"File", 3}, {"b", 2},      {"Saw (electric)", 2}, {"chisel", NAMES_UNKNOWN},
};

START_TEST(a_tool_is_found)
{
    int32_t number = 0;
    ck_assert(registry_add_tool(&registry, slice_of("file"), &number, &err));
    ck_assert_int_eq(number, 3);
    ck_assert_int_eq(registry_find_tool(&registry, slice_of(tools[_i].text)), tools[_i].number);
}
END_TEST

static const struct {
    const char *id;
    int32_t number;
} requests[] = {
    {"1/24", 1}, {"big one", 1}, {"2/24", 1}, {"3/24", 2}, {"4/24", NAMES_UNKNOWN},
};

START_TEST(a_request_is_found)
{
    int32_t number = 0;
    ck_assert_int_eq(
        registry_note_request(&registry, slice_of("1/24"), 0, slice_of("Big One;Log No. 02/24")),
        1);
    ck_assert(registry_add_request(&registry, slice_of("3/24"), &number, &err));
    ck_assert_int_eq(number, 2);
    ck_assert_int_eq(registry_find_request(&registry, slice_of(requests[_i].id)),
                     requests[_i].number);
}
END_TEST

START_TEST(a_question_is_of_its_request)
{
    const struct slice first = slice_of("Q1");
    int32_t number = 0;
    ck_assert_int_eq(registry_note_question(&registry, 1, first), 1);
    ck_assert(registry_add_request(&registry, slice_of("1/24"), &number, &err));
    ck_assert(registry_add_request(&registry, slice_of("2/24"), &number, &err));
    ck_assert(registry_add_question(&registry, 2, first, &number, &err));
    ck_assert_int_eq(number, 2);
    ck_assert_int_eq(registry_find_question(&registry, 1, first), 1);
    ck_assert_int_eq(registry_find_question(&registry, 2, first), 2);
    ck_assert_int_eq(registry_find_question(&registry, 12, first), 0);
}
END_TEST

Suite *suite_intake_registry(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/registry", &tcase);
    tcase_add_checked_fixture(tcase, open_registry, close_registry);
    ADD_TABLE_TEST(tcase, a_tool_is_found, tools);
    ADD_TABLE_TEST(tcase, a_request_is_found, requests);
    tcase_add_test(tcase, a_question_is_of_its_request);
    return suite;
}
