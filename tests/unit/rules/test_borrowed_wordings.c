/* SPDX-License-Identifier: MIT
 * Every wording that L09 knows (datasets/reference/borrowed_wordings.csv) with its example and its
 * counter-example, each the text of a letter of Kent's.
 */
#include "base/embedded.h"
#include "base/memory.h"
#include "reader/csv_reader.h"
#include "rules/worked_packs.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORDINGS "datasets/reference/borrowed_wordings.csv"
#define RULE     "analyzer/rules/catalogue/L09-template-residue.sql"

enum { PLACE, PATTERN, EXAMPLE, COUNTER_EXAMPLE };

static void put_letter(FILE *out, char kind, int wording, struct slice text)
{
    fprintf(out, "%c%d,kent,%c-%d,%c-%d,2024-02-20,disclosed,\"", kind, wording, kind, wording,
            kind, wording);
    for (size_t i = 0; i < text.length; i++)
        fprintf(out, text.bytes[i] == '"' ? "\"\"" : "%c", text.bytes[i]);
    fputs("\"\n", out);
}

/* responses.csv with two letters a wording; returns how many wordings there are. */
static int put_letters(const char *path)
{
    const struct embedded_file *file = embedded_find(WORDINGS);
    struct error err = {0};
    struct csv_reader *reader = NULL;
    struct csv_row row;
    ck_assert(csv_reader_open(WORDINGS, (struct slice){(const char *)file->bytes, file->size},
                              &reader, &err));
    FILE *out = fopen(path, "w");
    fputs("response_id,force_id,request_id,tool_id,date_responded,stance,text\n", out);
    int count = 0;
    for (csv_reader_next(reader, &row); row.event == CSV_ROW; csv_reader_next(reader, &row)) {
        count++;
        put_letter(out, 'e', count, row.fields[EXAMPLE]);
        put_letter(out, 'c', count, row.fields[COUNTER_EXAMPLE]);
    }
    ck_assert_int_eq(row.event, CSV_END);
    fclose(out);
    csv_reader_free(reader);
    return count;
}

static sqlite3 *audit_letters(int *ret_count)
{
    char folder[64];
    support_make_folder(folder);
    SCOPED_TEXT path = memory_print("%s/responses.csv", folder);
    *ret_count = put_letters(path);
    sqlite3 *db = worked_pack_audit(folder, NULL, NUMBERS_IN_SHORT);
    support_remove_folder(folder);
    return db;
}

static void run(sqlite3 *db, const char *format, const char *place, int wording)
{
    char *sql = sqlite3_mprintf(format, place, wording);
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_free(sql);
}

/* The letters that the rule finds, each between blanks. */
static char *found(sqlite3 *db)
{
    sqlite3_stmt *s = NULL;
    char *sql =
        sqlite3_mprintf("SELECT ' ' || coalesce(group_concat(w.response_id, ' '), '') || ' ' "
                        "FROM (%s) p JOIN response_wording w USING (response_no)",
                        embedded_text(RULE));
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    ck_assert_msg(sqlite3_step(s) == SQLITE_ROW, "%s", sqlite3_errmsg(db));
    char *ids = memory_copy((const char *)sqlite3_column_text(s, 0));
    sqlite3_finalize(s);
    sqlite3_free(sql);
    return ids;
}

static bool holds(const char *ids, char kind, int wording)
{
    char id[16];
    snprintf(id, sizeof id, " %c%d ", kind, wording);
    return strstr(ids, id) != NULL;
}

static bool excuses(sqlite3 *db, int wording)
{
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db,
                                        "SELECT place IN ('passed_over', 'not_before_name') "
                                        "FROM borrowed_wording WHERE wording_no = ?",
                                        -1, &s, NULL),
                     SQLITE_OK);
    sqlite3_bind_int(s, 1, wording);
    ck_assert_int_eq(sqlite3_step(s), SQLITE_ROW);
    bool does = sqlite3_column_int(s, 0);
    sqlite3_finalize(s);
    return does;
}

/* Of the letters of one wording just one is found: what excuses leaves its example alone. */
START_TEST(each_example_and_counter_example)
{
    int count = 0;
    sqlite3 *db = audit_letters(&count);
    SCOPED_TEXT ids = found(db);
    ck_assert_int_gt(count, 30);
    for (int i = 1; i <= count; i++) {
        bool is_excuse = excuses(db, i);
        ck_assert_msg(holds(ids, 'e', i) == !is_excuse, "the example of wording %d", i);
        ck_assert_msg(holds(ids, 'c', i) == is_excuse, "the counter-example of wording %d", i);
    }
    sqlite3_close(db);
}
END_TEST

static void give_back(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    sqlite3_result_value(context, values[0]);
}

/* Letters are taken as they stand: what is the applicant's is told by the wordings alone. */
static void read_no_letter(sqlite3 *db)
{
    ck_assert_int_eq(sqlite3_create_function_v2(db, "without_others", 1, SQLITE_UTF8, NULL,
                                                give_back, NULL, NULL, NULL),
                     SQLITE_OK);
}

/* And it is found, or excused, by this wording, not by another. */
START_TEST(each_wording_by_itself)
{
    int count = 0;
    sqlite3 *db = audit_letters(&count);
    read_no_letter(db);
    run(db, "CREATE TEMP TABLE kept AS SELECT * FROM borrowed_wording", "", 0);
    for (int i = 1; i <= count; i++) {
        bool is_excuse = excuses(db, i);
        run(db,
            is_excuse ? "DELETE FROM borrowed_wording WHERE %Q = '' AND wording_no = %d"
                      : "DELETE FROM borrowed_wording WHERE place <> %Q AND wording_no <> %d",
            "", i);
        SCOPED_TEXT ids = found(db);
        ck_assert_msg(holds(ids, 'e', i), "the example of wording %d", i);
        run(db, "DELETE FROM borrowed_wording; INSERT INTO borrowed_wording SELECT * FROM kept", "",
            0);
    }
    sqlite3_close(db);
}
END_TEST

Suite *suite_rules_borrowed_wordings(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("rules/borrowed_wordings", &tcase);
    tcase_add_test(tcase, each_example_and_counter_example);
    tcase_add_test(tcase, each_wording_by_itself);
    return suite;
}
