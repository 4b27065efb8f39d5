/* SPDX-License-Identifier: MIT
 * Rows of C that SQL selects from: every type, what is NULL, and that there are none before they
 * are given and no table once it is closed.
 */
#include "store/row_table.h"

#include "suites.h"
#include "support.h"
#include "table.h"

#include <math.h>

struct item {
    int32_t number, maybe;
    int64_t large;
    bool is_known;
    int32_t known;
    double real;
    struct slice words;
    const char *word;
    struct date_interval day;
};
static const struct field item_fields[] = {
    FIELD(struct item, number),
    FIELD_OPTIONAL(struct item, maybe),
    FIELD(struct item, large),
    {.name = "known",
     .type = FIELD_INT32,
     .offset = offsetof(struct item, known),
     .known_at = offsetof(struct item, is_known)},
    FIELD(struct item, real),
    FIELD(struct item, words),
    FIELD(struct item, word),
    FIELD_OF_DAYS(struct item, day),
};

static const struct item items[] = {
    {-1, 2, INT64_MIN, true, 0, 0.5, {"words and more", 5}, "word", {-3, 4}},
    {0, 0, 0, false, 7, (double)NAN, {"", 0}, "", {DAY_MIN, DAY_MAX}},
    {1, 1, 1, true, 1, -1, {"x", 1}, NULL, {DAY_MIN, 9}},
};

static sqlite3 *db;
static struct row_table *table;

static void open_table(void)
{
    ck_assert_int_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
    table = row_table_open(db, "item",
                           "-- in another order than the fields\n"
                           "CREATE TABLE item (day_latest, word, words, real, known, large, maybe, "
                           "number, day_earliest);");
}

static void close_table(void)
{
    row_table_close(table);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}

static sqlite3_stmt *prepare(const char *sql)
{
    sqlite3_stmt *s = NULL;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, "%s: %s", sql,
                  sqlite3_errmsg(db));
    return s;
}

/* The only value of the statement. */
static void check_text(const char *sql, const char *expected)
{
    sqlite3_stmt *s = prepare(sql);
    ck_assert_int_eq(sqlite3_step(s), SQLITE_ROW);
    const char *text = (const char *)sqlite3_column_text(s, 0);
    ck_assert_str_eq(text ? text : "NULL", expected);
    sqlite3_finalize(s);
}

static const void *item_of(void *context, size_t number)
{
    return (const struct item *)context + number;
}

static void fill(size_t count)
{
    SCOPED_ROW_MAP columns =
        row_map_over(prepare("SELECT * FROM item"), item_fields, LENGTH_OF(item_fields), ROW_READS);
    row_table_fill(table, &columns, count, item_of, (void *)(uintptr_t)items);
}

START_TEST(a_row_is_selected_by_the_names_of_its_fields)
{
    fill(LENGTH_OF(items));
    check_text("SELECT group_concat(quote(number) || ' ' || quote(maybe) || ' ' || quote(large) || "
               "' ' || quote(known) || ' ' || quote(real) || ' ' || quote(words) || ' ' || "
               "quote(word) || ' ' || quote(day_earliest) || ' ' || quote(day_latest), '; ') "
               "FROM item",
               "-1 2 -9223372036854775808 0 0.5 'words' 'word' -3 4; "
               "0 NULL 0 NULL NULL NULL NULL NULL NULL; 1 1 1 1 -1.0 'x' NULL -2000000 9");
}
END_TEST

START_TEST(rows_are_stored_in_their_order)
{
    fill(LENGTH_OF(items));
    ck_assert_int_eq(sqlite3_exec(db,
                                  "CREATE TABLE kept (no INTEGER PRIMARY KEY, number, words);"
                                  "INSERT INTO kept (number, words) SELECT number, words FROM item",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    check_text("SELECT group_concat(no || ':' || number || coalesce(words, ''), ' ') FROM kept",
               "1:-1words 2:0 3:1x");
}
END_TEST

START_TEST(each_scan_begins_anew)
{
    fill(LENGTH_OF(items));
    check_text("SELECT count(*) || ' ' || sum(a.number * b.number) FROM item a, item b", "9 0");
    check_text("SELECT count(*) || ' ' || sum(number * number) FROM item", "3 2");
}
END_TEST

START_TEST(it_may_have_no_rows)
{
    check_text("SELECT count(*) FROM item", "0");
    fill(0);
    check_text("SELECT max(number) FROM item", "NULL");
}
END_TEST

START_TEST(a_closed_table_is_none)
{
    row_table_close(table);
    table = NULL;
    sqlite3_stmt *s = NULL;
    ck_assert_int_ne(sqlite3_prepare_v2(db, "SELECT * FROM item", -1, &s, NULL), SQLITE_OK);
    row_table_close(NULL);
}
END_TEST

Suite *suite_store_row_table(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("store/row_table", &tcase);
    tcase_add_checked_fixture(tcase, open_table, close_table);
    tcase_add_test(tcase, a_row_is_selected_by_the_names_of_its_fields);
    tcase_add_test(tcase, rows_are_stored_in_their_order);
    tcase_add_test(tcase, each_scan_begins_anew);
    tcase_add_test(tcase, it_may_have_no_rows);
    tcase_add_test(tcase, a_closed_table_is_none);
    return suite;
}
