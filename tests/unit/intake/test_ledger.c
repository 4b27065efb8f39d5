/* SPDX-License-Identifier: MIT
 * The accounting of a load (DATA.md): for every file rows read = accepted + duplicate +
 * rejected, and every reject and notice with its place.
 */
#include "suites.h"
#include "support.h"
#include "table.h"

#include "base/memory.h"
#include "intake/books.h"
#include "intake/loading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SUM "2f" /* stands for a digest */
#define FILES                                                                                      \
    "SELECT name, kind, origin, encoding, sha256, bytes, read, accepted, duplicate, rejected "     \
    "FROM input_file ORDER BY file_no"
#define X_50  "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define X_300 X_50 X_50 X_50 X_50 X_50 X_50

static struct books books;

static void open_books(void)
{
    books_open(&books);
}

static void close_books(void)
{
    books_close(&books);
}

START_TEST(a_file_is_entered)
{
    books_begin_file(&books, FILE_TOOLS, false);
    ck_assert_int_eq(books.account.file_no, 1);
    rows_assert(books.db, FILES, "tools.csv|tools|pack|UTF-8||5|0|0|0|0");
    books_begin_file(&books, FILE_FORCES, true);
    ck_assert_int_eq(books.account.file_no, 2);
    rows_assert(books.db, FILES " LIMIT 1 OFFSET 1",
                "forces.csv|forces|reference|UTF-8||5|0|0|0|0");
    ck_assert_int_eq(books.result.read, 0);
    ck_assert_int_eq(books.result.notices, 0);
}
END_TEST

static const struct row_fault fault = {
    .code = "bad-date",
    .column = "date_received",
    .value = {"soon", 4},
    .message = "no date",
    .suggestion = "Write it as 2024-12-09.",
};

/* Counts rows as a load does; `missing` of them come nowhere. */
static void count_rows(int accepted, int duplicates, int rejected, int missing)
{
    books.account.read = accepted + duplicates + rejected + missing;
    books.account.accepted = accepted;
    books.account.duplicates = duplicates;
    books.account.first_duplicate_line = duplicates ? 7 : 0;
    for (int i = 0; i < rejected; i++)
        ck_assert(ledger_reject(&books.account, 10 + i, &fault, 1, &books.err));
}

static const struct {
    int accepted, duplicates, rejected;
    const char *counts, *notice;
} balances[] = {
    {0, 0, 0, "0|0|0|0", ""},
    {1, 0, 0, "1|1|0|0", ""},
    {0, 0, 3, "3|0|0|3", ""},
    {5, 1, 0, "6|5|1|0",
     "duplicate|1|7|1|1 row repeats what an earlier row of tools.csv says, and is not counted "
     "again"},
    {5, 2, 3, "10|5|2|3",
     "duplicate|1|7|2|2 rows repeat what an earlier row of tools.csv says, and are not counted "
     "again; "
     "this is the first of them"},
};

START_TEST(counts_are_written)
{
    books_begin_file(&books, FILE_TOOLS, false);
    count_rows(balances[_i].accepted, balances[_i].duplicates, balances[_i].rejected, 0);
    ck_assert(ledger_end_file(&books.account, SUM, &books.err));
    rows_assert(books.db, "SELECT read, accepted, duplicate, rejected FROM input_file",
                balances[_i].counts);
    rows_assert(books.db, "SELECT sha256 FROM input_file", SUM);
    rows_assert(books.db, "SELECT code, file_no, line, rows, message FROM notice",
                balances[_i].notice);
    ck_assert_int_eq(books.result.accepted, balances[_i].accepted);
    ck_assert_int_eq(books.result.duplicates, balances[_i].duplicates);
    ck_assert_int_eq(books.result.rejects, balances[_i].rejected);
    ck_assert_int_eq(books.result.read,
                     balances[_i].accepted + balances[_i].duplicates + balances[_i].rejected);
    ck_assert_int_eq(books.result.notices, *balances[_i].notice ? 1 : 0);
}
END_TEST

/* The result is over all files, those of the reference data too. */
START_TEST(files_are_summed)
{
    for (int i = 0; i < 3; i++) {
        books_begin_file(&books, i == 1 ? FILE_FORCES : FILE_TOOLS, i == 1);
        count_rows(4, 1, 2, 0);
        ck_assert(ledger_end_file(&books.account, SUM, &books.err));
    }
    ck_assert_int_eq(books.result.read, 21);
    ck_assert_int_eq(books.result.accepted, 12);
    ck_assert_int_eq(books.result.duplicates, 3);
    ck_assert_int_eq(books.result.rejects, 6);
    ck_assert_int_eq(books.result.notices, 3);
    rows_assert(books.db, "SELECT read, accepted, duplicate, rejected FROM input_file",
                "7|4|1|2;7|4|1|2;7|4|1|2");
    rows_assert(books.db, "SELECT file_no, count(*) FROM reject GROUP BY 1", "1|2;2|2;3|2");
}
END_TEST

/* A run whose accounting does not balance is a defect. */
static const struct unbalanced {
    int accepted, duplicates, rejected, missing;
} unbalanced[] = {{0, 0, 0, 1}, {0, 0, 0, -1}, {3, 0, 0, 1}, {3, 1, 2, -1}, {0, 2, 0, -2}};

static void end_unbalanced(const void *context)
{
    const struct unbalanced *u = context;
    books_begin_file(&books, FILE_TOOLS, false);
    count_rows(u->accepted, u->duplicates, u->rejected, u->missing);
    if (!ledger_end_file(&books.account, SUM, &books.err))
        exit(1);
}

START_TEST(what_does_not_balance_is_a_fault)
{
    ck_assert(support_aborts(end_unbalanced, &unbalanced[_i]));
}
END_TEST

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }
static const struct {
    const char *column;
    struct slice value;
    const char *message, *suggestion;
    const char *expected; /* column, value, message, suggestion */
} rejects[] = {
    {"tool_id", BYTES("x"), "what", "do", "tool_id|x|what|do"},
    {NULL, BYTES("x"), "what", "do", "|x|what|do"},
    {"tool_id", BYTES(""), "what", "", "tool_id||what|"},
    {"tool_id", {NULL, 0}, "what", "", "tool_id||what|"},
    {"tool_id", BYTES("caf\xc3\xa9"), "caf\xc3\xa9", "\xe2\x80\x93",
     "tool_id|caf\xc3\xa9|caf\xc3\xa9|\xe2\x80\x93"},
    /* any bytes: made printable */
    {"tool_id", BYTES("a\0b"), "what", "do", "tool_id|a\\x00b|what|do"},
    {"tool_id", BYTES("caf\xe9"), "what", "do", "tool_id|caf\\xE9|what|do"},
    {"tool_id", BYTES("\x1b[31m"), "what", "do", "tool_id|\\x1B[31m|what|do"},
    {"tool_id", BYTES("a\xe2\x80\xae"), "what", "do", "tool_id|aU+202E|what|do"},
    /* a message is kept whole */
    {"tool_id", BYTES("x"), X_300, X_300, "tool_id|x|" X_300 "|" X_300},
};

START_TEST(a_reject_is_written)
{
    books_begin_file(&books, FILE_TOOLS, false);
    struct row_fault row = {
        .code = "some-code", .column = rejects[_i].column, .value = rejects[_i].value};
    snprintf(row.message, sizeof row.message, "%s", rejects[_i].message);
    snprintf(row.suggestion, sizeof row.suggestion, "%s", rejects[_i].suggestion);
    ck_assert(ledger_reject(&books.account, 12, &row, 1, &books.err));
    rows_assert(books.db, "SELECT file_no, line, code FROM reject", "1|12|some-code");
    rows_assert(books.db, "SELECT column_name, value, message, suggestion FROM reject",
                rejects[_i].expected);
    /* "" is kept as not known */
    rows_assert(books.db, "SELECT 1 FROM reject WHERE '' IN (column_name, value, suggestion)", "");
    ck_assert_int_eq(books.account.rejected, 1);
}
END_TEST

START_TEST(a_long_value_is_cut)
{
    books_begin_file(&books, FILE_TOOLS, false);
    size_t size = 1 << 20;
    char *value = memory_new(size, 1);
    memset(value, 'x', size);
    struct row_fault row = fault;
    row.value = (struct slice){value, size};
    ck_assert(ledger_reject(&books.account, 2, &row, 1, &books.err));
    free(value);
    rows_assert(books.db,
                "SELECT length(value) BETWEEN 100 AND 200, value LIKE 'xxxx%x...' FROM reject",
                "1|1");
}
END_TEST

/* For --strict: the first of the pack; those of the reference data are not the user's. */
START_TEST(the_first_reject_of_the_pack_is_kept)
{
    struct row_fault other = fault;
    other.column = NULL;
    books_begin_file(&books, FILE_FORCES, true);
    ck_assert(ledger_reject(&books.account, 3, &fault, 1, &books.err));
    ck_assert_int_eq(books.ledger.pack_rejects, 0);
    ck_assert_ptr_null(books.ledger.first_reject_file);
    books_begin_file(&books, FILE_TOOLS, false);
    ck_assert(ledger_reject(&books.account, 9, &fault, 1, &books.err));
    ck_assert(ledger_reject(&books.account, 4, &other, 1, &books.err));
    books_begin_file(&books, FILE_RESPONSES, false);
    ck_assert(ledger_reject(&books.account, 2, &other, 1, &books.err));
    ck_assert_int_eq(books.ledger.pack_rejects, 3);
    ck_assert_int_eq(books.result.rejects, 4);
    /* Whole, and though the path of the file is gone. */
    ck_assert_str_eq(books.ledger.first_reject_file, "pack/tools.csv");
    ck_assert_int_eq(books.ledger.first_reject_line, 9);
    ck_assert_str_eq(books.ledger.first_reject, "date_received: no date");
}
END_TEST

static const struct {
    bool has_account;
    long line;
    int64_t rows;
    const char *text, *expected;
} notices[] = {
    {false, 0, 1, "about the pack", "||some-code|1|about the pack"},
    {true, 0, 1, "about the file", "1||some-code|1|about the file"},
    {true, 2, 30, "about rows", "1|2|some-code|30|about rows"},
    {true, 2, 1, "caf\xc3\xa9 100%s", "1|2|some-code|1|caf\xc3\xa9 100%s"},
    {true, 2, 1, "a\x1b\xe9\xe2\x80\xae", "1|2|some-code|1|a\\x1B\\xE9U+202E"},
    {true, 2, 1, X_300 X_300, "1|2|some-code|1|" X_300 X_300},
};

START_TEST(a_notice_is_written)
{
    books_begin_file(&books, FILE_TOOLS, false);
    struct ledger_notice notice = {"some-code", notices[_i].line, notices[_i].rows};
    ck_assert(ledger_notice(&books.ledger, notices[_i].has_account ? &books.account : NULL, &notice,
                            &books.err, "%s", notices[_i].text));
    rows_assert(books.db, "SELECT file_no, line, code, rows, message FROM notice",
                notices[_i].expected);
    ck_assert_int_eq(books.result.notices, 1);
    /* It counts no row. */
    ck_assert_int_eq(books.account.read + books.account.rejected + books.account.accepted, 0);
}
END_TEST

START_TEST(a_long_notice_is_cut)
{
    struct ledger_notice notice = {"some-code", 0, 1};
    ck_assert(ledger_notice(&books.ledger, NULL, &notice, &books.err, "%s%s%s", X_300, X_300 X_300,
                            X_300));
    rows_assert(books.db, "SELECT length(message) < 1000, message LIKE 'xxxx%x...' FROM notice",
                "1|1");
}
END_TEST

/* Until the database has no room. */
static bool begin(void)
{
    return ledger_begin_file(&books.ledger, &contract_files[FILE_TOOLS], &books.file, X_300,
                             &books.account, &books.err);
}

static bool end(void)
{
    char digits[4096];
    memset(digits, '0', sizeof digits - 1);
    digits[sizeof digits - 1] = '\0';
    return ledger_end_file(&books.account, digits, &books.err);
}

static bool reject(void)
{
    return ledger_reject(&books.account, 2, &fault, 1, &books.err);
}

static bool notice(void)
{
    struct ledger_notice some = {"some-code", 0, 1};
    return ledger_notice(&books.ledger, NULL, &some, &books.err, "%s", X_300);
}

static bool (*const writers[])(void) = {begin, end, reject, notice};

START_TEST(a_full_disk_is_told)
{
    books_begin_file(&books, FILE_TOOLS, false);
    sqlite3_stmt *pages = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(books.db, "PRAGMA page_count", -1, &pages, NULL),
                     SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(pages), SQLITE_ROW);
    char limit[64];
    snprintf(limit, sizeof limit, "PRAGMA max_page_count = %d", sqlite3_column_int(pages, 0));
    sqlite3_finalize(pages);
    ck_assert_int_eq(sqlite3_exec(books.db, limit, NULL, NULL, NULL), SQLITE_OK);
    int rows = 0;
    while (rows < 1000 && writers[_i]())
        rows++;
    ck_assert_int_lt(rows, 1000);
    ck_assert_int_eq(books.err.kind, ERROR_OUTPUT);
}
END_TEST

Suite *suite_intake_ledger(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/ledger", &tcase);
    tcase_add_checked_fixture(tcase, open_books, close_books);
    tcase_add_test(tcase, a_file_is_entered);
    ADD_TABLE_TEST(tcase, counts_are_written, balances);
    tcase_add_test(tcase, files_are_summed);
    ADD_TABLE_TEST(tcase, what_does_not_balance_is_a_fault, unbalanced);
    ADD_TABLE_TEST(tcase, a_reject_is_written, rejects);
    tcase_add_test(tcase, a_long_value_is_cut);
    tcase_add_test(tcase, the_first_reject_of_the_pack_is_kept);
    ADD_TABLE_TEST(tcase, a_notice_is_written, notices);
    tcase_add_test(tcase, a_long_notice_is_cut);
    ADD_TABLE_TEST(tcase, a_full_disk_is_told, writers);
    return suite;
}
