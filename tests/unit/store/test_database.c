/* SPDX-License-Identifier: MIT */
#include "base/embedded.h"
#include "derive/spoken_function.h"
#include "domain/vocabulary.h"
#include "report/output.h"
#include "store/query.h"
#include "store/statements.h"
#include "suites.h"
#include "support.h"

#include <check.h>

static char work[64];

static void make_work(void)
{
    support_make_folder(work);
}

static void remove_work(void)
{
    support_remove_folder(work);
}

static sqlite3 *fresh_database(const char *path)
{
    struct error err = {0};
    sqlite3 *db = NULL;
    ck_assert_msg(database_create(path, &db, &err), "%s", err.what);
    return db;
}

START_TEST(creates_what_it_opens)
{
    char path[128];
    snprintf(path, sizeof path, "%s/audit.db", work);
    struct error err = {0};
    ck_assert(database_finish(fresh_database(path), &err));
    sqlite3 *db = NULL;
    ck_assert_msg(database_open_existing(path, &db, &err), "%s", err.what);
    ck_assert_int_ne(sqlite3_exec(db, "DELETE FROM force", NULL, NULL, NULL), SQLITE_OK);
    ck_assert_int_ne(sqlite3_exec(db, "SELECT \"no_such_column\" FROM force", NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(db);
}
END_TEST

START_TEST(refuses_what_is_not_an_audit)
{
    char missing[128], text[128], other[128];
    snprintf(missing, sizeof missing, "%s/missing.db", work);
    snprintf(text, sizeof text, "%s/text.db", work);
    snprintf(other, sizeof other, "%s/other.db", work);
    support_write_file(text, "this is no database, but a line of text", 39);
    sqlite3 *db = NULL;
    sqlite3_open(other, &db);
    ck_assert_int_eq(
        sqlite3_exec(db, "PRAGMA user_version = 999; CREATE TABLE t(x)", NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(db);
    const char *const paths[] = {missing, text, other};
    for (size_t i = 0; i < 3; i++) {
        struct error err = {0};
        ck_assert(!database_open_existing(paths[i], &db, &err));
        ck_assert_int_eq(err.kind, ERROR_INPUT);
        ck_assert_str_ne(err.what, "");
    }
}
END_TEST

START_TEST(says_where_it_cannot_write)
{
    struct error err = {0};
    sqlite3 *db = NULL;
    ck_assert(!database_create("/no/such/folder/audit.db", &db, &err));
    ck_assert_int_eq(err.kind, ERROR_OUTPUT);
}
END_TEST

/* 1-words.sql repeats the words of domain/vocabulary.h. */
START_TEST(words_are_those_of_the_vocabulary)
{
    static const struct {
        const char *sql;
        const struct vocabulary *words;
    } lists[] = {
        {"SELECT stance FROM stance ORDER BY stance_no", &stances},
        {"SELECT topic FROM topic ORDER BY topic_no", &topics},
        {"SELECT stage FROM stage ORDER BY stage_no", &stages},
        {"SELECT held_statement FROM held_statement ORDER BY held_no", &held_statements},
    };
    sqlite3 *db = fresh_database(":memory:");
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        sqlite3_stmt *s = NULL;
        ck_assert_int_eq(sqlite3_prepare_v2(db, lists[i].sql, -1, &s, NULL), SQLITE_OK);
        size_t count = 0;
        for (; sqlite3_step(s) == SQLITE_ROW; count++)
            ck_assert_str_eq((const char *)sqlite3_column_text(s, 0), lists[i].words->words[count]);
        ck_assert_ptr_null(lists[i].words->words[count]);
        sqlite3_finalize(s);
    }
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db, "SELECT stance_no, position FROM stance", -1, &s, NULL),
                     SQLITE_OK);
    while (sqlite3_step(s) == SQLITE_ROW)
        ck_assert_str_eq((const char *)sqlite3_column_text(s, 1),
                         positions.words[stance_position((enum stance)sqlite3_column_int(s, 0))]);
    sqlite3_finalize(s);
    sqlite3_close(db);
}
END_TEST

/* With every table that some statement is about. */
static sqlite3 *whole_database(void)
{
    struct error err = {0};
    sqlite3 *db = fresh_database(":memory:");
    spoken_function_register(db);
    ck_assert(output_prepare(db, NULL, &err) &&
              database_run_file(db, "analyzer/intake/asked_table.sql", &err) &&
              database_run_file(db, "reports/tables/09-dossier.sql", &err) &&
              database_run_file(db, "analyzer/evidence/scope_asked.sql", &err) &&
              database_run_file(db, "analyzer/evidence/scope_tables.sql", &err) &&
              database_run_file(db, "analyzer/intake/bound_letters.sql", &err) &&
              database_run_file(db, "analyzer/intake/held_response.sql", &err) &&
              database_run_file(db, "analyzer/geography/boundary_tables.sql", &err) &&
              database_run_file(db, "analyzer/classify/tables.sql", &err) &&
              database_run_file(db, "analyzer/imports/1-sources.sql", &err) &&
              database_run_file(db, "analyzer/imports/2-import.sql", &err) &&
              database_run_file(db, "analyzer/imports/sources/json_tables.sql", &err) &&
              database_run_file(db, "analyzer/intake/review_table.sql", &err) &&
              database_run_file(db, "analyzer/cmd/decided_fields.sql", &err) &&
              database_run_file(db, "analyzer/cmd/new_rows_table.sql", &err) &&
              database_run_file(db, "analyzer/cmd/review_table.sql", &err) &&
              database_run_file(db, "analyzer/precheck/past_tables.sql", &err) &&
              database_run_file(db, "analyzer/cmd/renewal_tables.sql", &err) &&
              database_run_file(db, "analyzer/compare/row_tables.sql", &err));
    return db;
}

/* Every named statement and every rule is one statement of this schema. */
START_TEST(every_statement_prepares)
{
    sqlite3 *db = whole_database();
    for (size_t i = 0; i < embedded_count; i++) {
        const char *path = embedded_files[i].path;
        if (!strstr(path, "/catalogue/"))
            continue;
        sqlite3_stmt *s = query_prepare(db, path);
        query_finalize(&s);
    }
    size_t named = 0;
    const struct statement *all = statements_all(&named);
    for (size_t i = 0; i < named; i++) {
        sqlite3_stmt *s = query_prepare(db, all[i].name);
        query_finalize(&s);
    }
    ck_assert_uint_gt(named, 200);
    sqlite3_close(db);
}
END_TEST

static bool builds_table(sqlite3 *db, struct slice statement)
{
    char *sql = sqlite3_mprintf("EXPLAIN %.*s", (int)statement.length, statement.bytes);
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
    bool builds = false;
    while (sqlite3_step(s) == SQLITE_ROW)
        builds |= strcmp((const char *)sqlite3_column_text(s, 1), "OpenEphemeral") == 0;
    sqlite3_finalize(s);
    sqlite3_free(sql);
    return builds;
}

/* As a check with IN and three words or more would, for every row: OR does not. */
START_TEST(inserts_build_no_table)
{
    sqlite3 *db = whole_database();
    int inserts = 0;
    size_t named = 0;
    const struct statement *all = statements_all(&named);
    for (size_t i = 0; i < named; i++) {
        if (strncmp(all[i].name, "insert_", 7) != 0)
            continue;
        ck_assert_msg(!builds_table(db, all[i].sql), "%s builds a table for each row", all[i].name);
        inserts++;
    }
    ck_assert_int_gt(inserts, 60);
    sqlite3_close(db);
}
END_TEST

Suite *suite_store_database(void)
{
    Suite *suite = suite_create("store/database");
    TCase *tcase = tcase_create("database");
    tcase_add_checked_fixture(tcase, make_work, remove_work);
    tcase_add_test(tcase, creates_what_it_opens);
    tcase_add_test(tcase, refuses_what_is_not_an_audit);
    tcase_add_test(tcase, says_where_it_cannot_write);
    tcase_add_test(tcase, words_are_those_of_the_vocabulary);
    tcase_add_test(tcase, every_statement_prepares);
    tcase_add_test(tcase, inserts_build_no_table);
    suite_add_tcase(suite, tcase);
    return suite;
}
