/* SPDX-License-Identifier: MIT */
#include "rules/guard.h"

#include "store/database.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <stdlib.h>

static char work[64], path[128];
static struct guard *guard;

static void open_guard(void)
{
    struct error err = {0};
    sqlite3 *db = NULL;
    support_make_folder(work);
    snprintf(path, sizeof path, "%s/audit.db", work);
    ck_assert(database_create(path, &db, &err) && database_finish(db, &err));
    /* Fewer steps than a rule of a user has: what needs them all would take half a minute. */
    struct guard_limits limits = guard_limits;
    limits.million_steps = 20;
    ck_assert_msg(guard_open(path, &limits, &guard, &err), "%s", err.what);
}

static void close_guard(void)
{
    guard_close(guard);
    support_remove_folder(work);
}

/* Prepares and runs; NULL where it is let through, else the reason. */
static const char *reason_against(const char *sql)
{
    sqlite3_stmt *s = NULL;
    guard_restart(guard);
    int code = sqlite3_prepare_v2(guard_connection(guard), sql, -1, &s, NULL);
    while (code == SQLITE_OK || code == SQLITE_ROW)
        code = sqlite3_step(s);
    const char *reason =
        code == SQLITE_DONE && !guard_has_refused(guard) ? NULL : guard_reason(guard);
    sqlite3_finalize(s);
    return reason;
}

static const char *const allowed[] = {
    "SELECT 1",
    "SELECT * FROM v_findings",
    "SELECT count(*) FROM v_responses",
    "SELECT r.force_no, t.tool_id FROM v_responses r JOIN v_tools t ON t.tool_no = r.tool_no",
    "WITH mine AS (SELECT * FROM v_evidence) SELECT role FROM mine",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n",
    "SELECT value FROM json_each('[1]')",
    "SELECT count(*) FROM answer WHERE stance REGEXP 'n'",
    "SELECT date('2024-01-31', '+1 month') || unixepoch('2024-01-01') || strftime('%Y', 0)",
    "SELECT julianday(as_of) FROM v_audit",
    "SELECT printf('%d', 1) || trim(' a ') || instr('abc', 'c') || replace('a', 'b', 'c')",
    "SELECT 'x' REGEXP '(a{0,100}){0,100}'",
    "SELECT row_number() OVER (ORDER BY force_id) FROM v_forces",
    "SELECT phrases_within(r.text, (SELECT phrase_set(name, force_no) FROM v_forces)) FROM "
    "v_responses r",
    "SELECT phrases_within('Kent', (SELECT phrase_set('kent', 1)))",
    "SELECT phrases_within(x'ff00', phrase_set(NULL, 'x')), phrases_within(1.5, phrase_set(2, "
    "NULL))",
    "SELECT phrases_within(zeroblob(1000), phrase_set(x'00ff', x'01'))",
};

START_TEST(lets_through)
{
    const char *reason = reason_against(allowed[_i]);
    ck_assert_msg(reason == NULL, "%s: %s", allowed[_i], reason);
}
END_TEST

static const struct {
    const char *sql, *reason;
} refused[] = {
    {"SELECT * FROM response", "views only, not response"},
    {"SELECT name FROM sqlite_schema", "views only, not sqlite"},
    {"SELECT * FROM pragma_table_info('force')", "may only read"},
    {"WITH v_findings AS (SELECT reason FROM waiver) SELECT * FROM v_findings",
     "views only, not waiver"},
    {"WITH v_tools AS (SELECT * FROM rule) SELECT sql FROM v_tools", "views only, not rule"},
    {"DELETE FROM finding", "may only read"},
    {"INSERT INTO notice (code, message) VALUES ('a', 'b')", "may only read"},
    {"UPDATE finding SET status = 'waived'", "may only read"},
    {"CREATE TEMP TABLE t (a)", "may only read"},
    {"DROP VIEW v_findings", "may only read"},
    {"PRAGMA user_version = 5", "may only read"},
    {"ATTACH ':memory:' AS x", "may only read"},
    {"BEGIN", "may only read"},
    {"VACUUM INTO '/tmp/x'", "may only read"},
    {"SELECT load_extension('x')", "may not call load_extension"},
    {"SELECT random()", "may not call random"},
    {"SELECT current_date", "may not call"},
    {"SELECT sqlite_version()", "may not call sqlite_version"},
    {"SELECT ?1", "variable number"},
    {"SELECT * FROM no_such_view", "no such table"},
    {"SELECT length(zeroblob(20000000))", "too big"},
    {"SELECT length(hex(zeroblob(9000000)))", "too big"},
    {"SELECT group_concat(hex(zeroblob(8000000))) FROM json_each('[1,2]')", "too big"},
    {"SELECT replace(hex(zeroblob(4000000)), '0', '0000')", "too big"},
    {"SELECT length(regexp_pieces(hex(zeroblob(500000)), '(*MARK:a)0', 1000))", "too big"},
    {"SELECT json_patch('{}', '{}')", "may not call json_patch"},
    {"SELECT rtreecheck('x')", "may not call rtreecheck"},
    {"SELECT trim('a', printf('%101d', 1))", "at most 100 bytes"},
    {"SELECT 'a' LIKE printf('%101d', 1)", "too complex"},
    {"SELECT 'x' REGEXP '((a{0,100}){0,100}){0,100}'", "too large"},
    {"SELECT 'x' REGEXP hex(zeroblob(200000))", "no pattern"},
    {"SELECT phrases_within('a', 0)", "no such set of phrases"},
    {"SELECT phrases_within('a', NULL), phrase_set('a', 1)", "no such set of phrases"},
    {"SELECT phrases_within('a', x'00') FROM (SELECT phrase_set('a', 1))", "no such set"},
    {"SELECT phrases_within('a', 9223372036854775807)", "no such set of phrases"},
    {"SELECT phrases_within('a', h - 1) FROM (SELECT phrase_set('a', 1) AS h)", "no such set"},
    {"SELECT phrase_set('a', 1) OVER ()", "window function"},
    /* Phrases, and their numbers. */
    {"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) SELECT "
     "phrase_set(hex(zeroblob(4000000)), i) FROM n",
     "more than 256 MB of memory"},
    {"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) SELECT "
     "phrases_within(replace(hex(zeroblob(1000000)), '0', 'a '), (SELECT phrase_set('a', i) FROM "
     "n))",
     "more than 256 MB of memory"},
    /* Memory: kept rows of a sorter, and of a recursion. */
    {"WITH RECURSIVE n(x, i) AS (SELECT zeroblob(9000000), 1 UNION ALL SELECT zeroblob(9000000), i "
     "+ "
     "1 FROM n WHERE i < 200) SELECT sum(length(x)) FROM (SELECT x, i FROM n ORDER BY i DESC)",
     "more than 256 MB of memory"},
    {"WITH RECURSIVE n(i, x) AS (SELECT 1, zeroblob(100000) UNION SELECT i + 1, zeroblob(100000) "
     "FROM n) SELECT count(*) FROM n",
     "more than 256 MB of memory"},
    /* The clock and the time zone. */
    {"SELECT date('now')", "may not read the clock"},
    {"SELECT date('n' || 'OW')", "as_of of v_audit"},
    {"SELECT date()", "may not read the clock"},
    {"SELECT time(), 1", "may not read the clock"},
    {"SELECT datetime(x'6e6f77')", "may not read the clock"},
    {"SELECT julianday('NOW', '+1 day')", "may not read the clock"},
    {"SELECT unixepoch()", "may not read the clock"},
    {"SELECT strftime('%Y')", "may not read the clock"},
    {"SELECT datetime('2024-01-01', 'localtime')", "may not use the time zone"},
    {"SELECT datetime('2024-01-01', 'UTC')", "may not use the time zone"},
    {"SELECT current_timestamp", "may not call"},
    {"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
     "stopped after 20 million steps"},
};

START_TEST(refuses)
{
    const char *reason = reason_against(refused[_i].sql);
    ck_assert_msg(reason != NULL, "let through: %s", refused[_i].sql);
    ck_assert_msg(strstr(reason, refused[_i].reason) != NULL, "%s: %s", refused[_i].sql, reason);
}
END_TEST

/* What was refused once leaves the next rule its room. */
START_TEST(memory_is_counted_anew)
{
    const char *too_large = NULL;
    for (size_t i = 0; !too_large; i++)
        if (strstr(refused[i].reason, "MB of memory"))
            too_large = refused[i].sql;
    static const char large[] =
        "SELECT sum(length(x)) FROM (SELECT zeroblob(9000000 + value) AS x, "
        "value FROM json_each('[1,2,3,4,5,6,7,8,9,10]') ORDER BY x)";
    for (int i = 0; i < 5; i++) {
        ck_assert_ptr_null(reason_against(large));
        ck_assert_ptr_nonnull(reason_against(too_large));
    }
}
END_TEST

/* A search that would take hours, in one step of SQLite's. */
static const char *const searches[] = {
    "SELECT hex(zeroblob(4000000)) || '1' REGEXP '(?=.*2)0|0+3'",
    "WITH t(x) AS MATERIALIZED (SELECT replace(hex(zeroblob(1500000)), '0', 'a ')) SELECT "
    "phrases_within(x, (SELECT phrase_set(x || 'b', 1) FROM t)) FROM t",
};

START_TEST(a_search_asks_the_clock)
{
    struct error err = {0};
    struct guard_limits limits = guard_limits;
    limits.seconds = 1;
    guard_close(guard);
    ck_assert(guard_open(path, &limits, &guard, &err));
    const char *reason = reason_against(searches[_i]);
    ck_assert_msg(reason && strstr(reason, "stopped after 1 seconds"), "%s", reason);
}
END_TEST

START_TEST(limits_are_those_that_the_page_on_rules_tells)
{
    size_t size = 0;
    char *page = support_read_file("docs/writing-rules.md", &size);
    char told[3][40];
    snprintf(told[0], sizeof told[0], "%d million", guard_limits.million_steps);
    snprintf(told[1], sizeof told[1], "%d seconds", guard_limits.seconds);
    snprintf(told[2], sizeof told[2], "%d MB", guard_limits.mebibytes);
    for (size_t i = 0; i < LENGTH_OF(told); i++)
        ck_assert_msg(strstr(page, told[i]), "docs/writing-rules.md does not say %s", told[i]);
    free(page);
}
END_TEST

/* Every view may be read, whole, in part and joined; docs/writing-rules.md names each. */
START_TEST(every_view_is_there_to_read)
{
    size_t size = 0;
    char *page = support_read_file("docs/writing-rules.md", &size);
    struct error err = {0};
    sqlite3 *db = NULL;
    sqlite3_stmt *s = NULL;
    ck_assert(database_open_existing(path, &db, &err));
    ck_assert_int_eq(
        sqlite3_prepare_v2(db, "SELECT name FROM sqlite_schema WHERE type = 'view'", -1, &s, NULL),
        SQLITE_OK);
    int views = 0;
    for (; sqlite3_step(s) == SQLITE_ROW; views++) {
        const char *name = (const char *)sqlite3_column_text(s, 0);
        char sql[256];
        static const char *const forms[] = {"SELECT * FROM %s", "SELECT count(*) FROM %s",
                                            "SELECT 1 FROM %s x JOIN v_forces f ON f.force_no > 0"};
        for (size_t i = 0; i < LENGTH_OF(forms); i++) {
            char *text = sqlite3_mprintf(forms[i], name);
            snprintf(sql, sizeof sql, "%s", text);
            sqlite3_free(text);
            const char *reason = reason_against(sql);
            ck_assert_msg(reason == NULL, "%s: %s", sql, reason);
        }
        ck_assert_msg(strstr(page, name) != NULL, "docs/writing-rules.md does not name %s", name);
    }
    ck_assert_int_gt(views, 15);
    sqlite3_finalize(s);
    sqlite3_close(db);
    free(page);
}
END_TEST

Suite *suite_rules_guard(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("rules/guard", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, open_guard, close_guard);
    ADD_TABLE_TEST(tcase, lets_through, allowed);
    ADD_TABLE_TEST(tcase, refuses, refused);
    tcase_add_test(tcase, memory_is_counted_anew);
    ADD_TABLE_TEST(tcase, a_search_asks_the_clock, searches);
    tcase_add_test(tcase, limits_are_those_that_the_page_on_rules_tells);
    tcase_add_test(tcase, every_view_is_there_to_read);
    return suite;
}
