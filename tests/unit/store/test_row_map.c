/* SPDX-License-Identifier: MIT
 * Structs written to a table and read back by name: every type, what is NULL, and what is a fault
 * of the program.
 */
#include "store/row_map.h"

#include "suites.h"
#include "support.h"
#include "table.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* One of every type, in an order that is not that of the table. */
struct all_types {
    bool yes;
    int8_t tiny;
    uint8_t tiny_count;
    int16_t small;
    int32_t number;
    uint32_t count;
    int64_t large;
    size_t size;
    double real;
    struct slice words;
    const char *word;
    struct date_interval day;
    int32_t maybe;
};
static const struct field all_fields[] = {
    FIELD(struct all_types, yes),
    FIELD(struct all_types, tiny),
    FIELD(struct all_types, tiny_count),
    FIELD(struct all_types, small),
    FIELD(struct all_types, number),
    FIELD(struct all_types, count),
    FIELD(struct all_types, large),
    FIELD(struct all_types, size),
    FIELD(struct all_types, real),
    FIELD(struct all_types, words),
    FIELD(struct all_types, word),
    FIELD_OF_DAYS(struct all_types, day),
    FIELD_OPTIONAL(struct all_types, maybe),
};

#define COLUMNS                                                                                    \
    "day_latest, maybe, word, words, real, size, large, count, number, small, tiny_count, tiny, "  \
    "yes, day_earliest"

static const char insert_all[] =
    "INSERT INTO all_types (" COLUMNS ") VALUES (:day_latest, :maybe, :word, :words, :real, :size, "
    ":large, :count, :number, :small, :tiny_count, :tiny, :yes, :day_earliest)";
static const char select_all[] = "SELECT * FROM all_types ORDER BY rowid";

static sqlite3 *db;

static void open_database(void)
{
    ck_assert_int_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, "CREATE TABLE all_types (" COLUMNS ")", NULL, NULL, NULL),
                     SQLITE_OK);
}

static void close_database(void)
{
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}

static sqlite3_stmt *prepare(const char *sql)
{
    sqlite3_stmt *s = NULL;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, "%s: %s", sql,
                  sqlite3_errmsg(db));
    return s;
}

static struct row_map writer(void)
{
    return row_map_over(prepare(insert_all), all_fields, LENGTH_OF(all_fields), ROW_WRITES);
}

static struct row_map reader(void)
{
    return row_map_over(prepare(select_all), all_fields, LENGTH_OF(all_fields), ROW_READS);
}

static void write_row(struct row_map *insert, const struct all_types *row)
{
    struct error err = {0};
    ck_assert(row_write(insert, row, &err));
}

/* The names of the columns of the last row that are NULL. */
static void check_nulls(const char *expected)
{
    char nulls[200] = "";
    sqlite3_stmt *s = prepare("SELECT * FROM all_types ORDER BY rowid DESC LIMIT 1");
    ck_assert(query_next(s));
    for (size_t i = 0; i < LENGTH_OF(all_fields); i++) {
        bool is_days = all_fields[i].type == FIELD_DAYS;
        if (query_is_null(s, is_days ? "day_earliest" : all_fields[i].name)) {
            strcat(nulls, all_fields[i].name);
            strcat(nulls, " ");
        }
    }
    ck_assert_int_eq(query_is_null(s, "day_earliest"), query_is_null(s, "day_latest"));
    query_finalize(&s);
    ck_assert_str_eq(nulls, expected);
}

static const struct all_types examples[] = {
    {.yes = true,
     .tiny = INT8_MIN,
     .tiny_count = UINT8_MAX,
     .small = INT16_MIN,
     .number = INT32_MIN,
     .count = UINT32_MAX,
     .large = INT64_MIN,
     .size = INT64_MAX,
     .real = -0.1,
     .words = {"a word\0more", 11},
     .word = "ſ word",
     .day = {-1, 20000},
     .maybe = -1},
    {.tiny = INT8_MAX,
     .small = INT16_MAX,
     .number = INT32_MAX,
     .large = INT64_MAX,
     .size = 1,
     .real = HUGE_VAL,
     .words = {"ab", 1},
     .word = "b",
     .day = {DAY_MIN, 0},
     .maybe = INT32_MAX},
    {.word = "c", .words = {"d", 1}, .day = {0, DAY_MAX}, .maybe = 1},
};

static void check_same(const struct all_types *a, const struct all_types *b)
{
    ck_assert_int_eq(a->yes, b->yes);
    ck_assert_int_eq(a->tiny, b->tiny);
    ck_assert_uint_eq(a->tiny_count, b->tiny_count);
    ck_assert_int_eq(a->small, b->small);
    ck_assert_int_eq(a->number, b->number);
    ck_assert_uint_eq(a->count, b->count);
    ck_assert_int_eq(a->large, b->large);
    ck_assert_uint_eq(a->size, b->size);
    ck_assert(memcmp(&a->real, &b->real, sizeof a->real) == 0);
    ck_assert_uint_eq(a->words.length, b->words.length);
    ck_assert_mem_eq(a->words.bytes, b->words.bytes, a->words.length);
    ck_assert_str_eq(a->word, b->word);
    ck_assert_int_eq(a->day.earliest, b->day.earliest);
    ck_assert_int_eq(a->day.latest, b->day.latest);
    ck_assert_int_eq(a->maybe, b->maybe);
}

START_TEST(every_type_comes_back)
{
    SCOPED_ROW_MAP insert = writer(), rows = reader();
    for (size_t i = 0; i < LENGTH_OF(examples); i++) {
        write_row(&insert, &examples[i]);
        check_nulls("");
    }
    struct all_types row;
    size_t count = 0;
    while (row_next(&rows, &row))
        check_same(&row, &examples[count++]);
    struct error err = {0};
    ck_assert(row_done(&rows, &err));
    ck_assert_uint_eq(count, LENGTH_OF(examples));
    ck_assert(row_next(&rows, &row));
    check_same(&row, &examples[0]);
}
END_TEST

static const struct all_types of_nothing = {
    .real = (double)NAN, .words = {"", 0}, .word = "", .day = {DAY_MIN, DAY_MAX}};

/* A number that is 0 is none only where its field is optional. */
START_TEST(nothing_is_null)
{
    SCOPED_ROW_MAP insert = writer(), rows = reader();
    write_row(&insert, &of_nothing);
    check_nulls("real words word day maybe ");
    struct all_types row;
    memset(&row, 1, sizeof row);
    ck_assert(row_next(&rows, &row));
    ck_assert(isnan(row.real));
    row.real = 0;
    struct all_types expected = of_nothing;
    expected.real = 0;
    check_same(&row, &expected);
}
END_TEST

START_TEST(no_text_is_null)
{
    SCOPED_ROW_MAP insert = writer();
    struct all_types row = of_nothing;
    row.word = NULL;
    row.words = (struct slice){NULL, 0};
    write_row(&insert, &row);
    check_nulls("real words word day maybe ");
}
END_TEST

/* What the row before had is never left over. */
START_TEST(rows_with_and_without_values_alternate)
{
    SCOPED_ROW_MAP insert = writer();
    for (int i = 0; i < 3; i++) {
        write_row(&insert, &examples[i]);
        check_nulls("");
        write_row(&insert, &of_nothing);
        check_nulls("real words word day maybe ");
        write_row(&insert, &of_nothing);
        check_nulls("real words word day maybe ");
    }
}
END_TEST

/* One end alone may be known. */
START_TEST(days_with_one_end_are_unbounded)
{
    ck_assert_int_eq(
        sqlite3_exec(db, "INSERT INTO all_types (day_latest) VALUES (7)", NULL, NULL, NULL),
        SQLITE_OK);
    SCOPED_ROW_MAP rows = reader();
    struct all_types row;
    ck_assert(row_next(&rows, &row));
    ck_assert_int_eq(row.day.earliest, DAY_MIN);
    ck_assert_int_eq(row.day.latest, 7);
}
END_TEST

struct known_row {
    int32_t number, large;
    bool is_known;
};
static const struct field known_fields[] = {
    {.name = "number",
     .type = FIELD_INT32,
     .offset = offsetof(struct known_row, number),
     .known_at = offsetof(struct known_row, is_known)},
    {.name = "large",
     .type = FIELD_INT32,
     .offset = offsetof(struct known_row, large),
     .may_lack = true},
};

static void insert_known(const char *sql, struct known_row row)
{
    SCOPED_ROW_MAP insert =
        row_map_over(prepare(sql), known_fields, LENGTH_OF(known_fields), ROW_WRITES);
    struct error err = {0};
    ck_assert(row_write(&insert, &row, &err));
}

START_TEST(a_bool_says_whether_there_is_a_value)
{
    static const char both[] = "INSERT INTO all_types (number, large) VALUES (:number, :large)";
    insert_known(both, (struct known_row){.number = 5});
    check_nulls("yes tiny tiny_count small number count size real words word day maybe ");
    insert_known(both, (struct known_row){.is_known = true});
    check_nulls("yes tiny tiny_count small count size real words word day maybe ");
}
END_TEST

START_TEST(a_field_that_may_lack_is_left_out)
{
    insert_known("INSERT INTO all_types (number) VALUES (:number)", (struct known_row){5, 6, true});
    check_nulls("yes tiny tiny_count small count large size real words word day maybe ");
}
END_TEST

struct pair {
    int32_t number, count;
    struct date_interval day;
};
static const struct field two_fields[] = {FIELD(struct pair, number), FIELD(struct pair, count)};
static const struct field same_fields[] = {FIELD(struct pair, number), FIELD(struct pair, number)};
static const struct field day_fields[] = {FIELD_OF_DAYS(struct pair, day)};

/* What does not fit the fields, and that what does fit is none. */
static const struct mismatch {
    const char *sql;
    enum row_direction direction;
    const struct field *fields;
    size_t count;
    bool is_fault;
} mismatches[] = {
    {"SELECT :count, :number", ROW_WRITES, two_fields, 2, false},
    {"SELECT :count, :number, :count", ROW_WRITES, two_fields, 2, false},
    {"SELECT :number", ROW_WRITES, two_fields, 2, true},
    {"SELECT :number, :small", ROW_WRITES, two_fields, 2, true},
    {"SELECT :number, :count, :small", ROW_WRITES, two_fields, 2, true},
    {"SELECT :number, :count, ?", ROW_WRITES, two_fields, 2, true},
    {"SELECT :number, :count", ROW_WRITES, same_fields, 2, true},
    {"SELECT :day_earliest, :day_latest", ROW_WRITES, day_fields, 1, false},
    {"SELECT :day_earliest", ROW_WRITES, day_fields, 1, true},
    {"SELECT count, number FROM all_types", ROW_READS, two_fields, 2, false},
    {"SELECT number FROM all_types", ROW_READS, two_fields, 2, true},
    {"SELECT number, small FROM all_types", ROW_READS, two_fields, 2, true},
    {"SELECT number, count, small FROM all_types", ROW_READS, two_fields, 2, true},
    {"SELECT number, count, count FROM all_types", ROW_READS, two_fields, 2, true},
    {"SELECT number, count FROM all_types", ROW_READS, same_fields, 2, true},
    {"SELECT day_latest, day_earliest FROM all_types", ROW_READS, day_fields, 1, false},
    {"SELECT day_latest, number FROM all_types", ROW_READS, day_fields, 1, true},
};

static void open_map(const void *mismatch)
{
    const struct mismatch *m = mismatch;
    struct row_map map = row_map_over(prepare(m->sql), m->fields, m->count, m->direction);
    row_map_done(&map);
}

START_TEST(what_does_not_fit_is_a_fault)
{
    ck_assert_int_eq(support_aborts(open_map, &mismatches[_i]), mismatches[_i].is_fault);
}
END_TEST

START_TEST(what_cannot_be_written_is_an_error)
{
    struct error err = {0};
    SCOPED_ROW_MAP insert = writer();
    ck_assert_int_eq(sqlite3_exec(db, "PRAGMA query_only = 1", NULL, NULL, NULL), SQLITE_OK);
    ck_assert(!row_write(&insert, &of_nothing, &err));
    ck_assert_int_eq(err.kind, ERROR_OUTPUT);
}
END_TEST

Suite *suite_store_row_map(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("store/row_map", &tcase);
    tcase_add_checked_fixture(tcase, open_database, close_database);
    tcase_add_test(tcase, every_type_comes_back);
    tcase_add_test(tcase, nothing_is_null);
    tcase_add_test(tcase, no_text_is_null);
    tcase_add_test(tcase, rows_with_and_without_values_alternate);
    tcase_add_test(tcase, days_with_one_end_are_unbounded);
    tcase_add_test(tcase, a_bool_says_whether_there_is_a_value);
    tcase_add_test(tcase, a_field_that_may_lack_is_left_out);
    ADD_TABLE_TEST(tcase, what_does_not_fit_is_a_fault, mismatches);
    tcase_add_test(tcase, what_cannot_be_written_is_an_error);
    return suite;
}
