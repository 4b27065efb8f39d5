/* SPDX-License-Identifier: MIT */
#include "intake/loading.h"

#include "store/database.h"
#include "support.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void loading_begin(struct loading *l)
{
    *l = (struct loading){0};
    support_make_folder(l->folder);
}

void loading_write(struct loading *l, const char *name, const void *bytes, size_t size)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", l->folder, name);
    support_write_file(path, bytes, size);
}

void loading_write_rows(struct loading *l, const char *name, const char *heading, const char *rows,
                        const char *format)
{
    sqlite3_str *text = sqlite3_str_new(NULL);
    sqlite3_str_appendf(text, "%s\n", heading);
    int number = 1;
    for (const char *row = rows; *row; row += strcspn(row, "\n") + 1) {
        char *line = sqlite3_mprintf("%.*s", (int)strcspn(row, "\n"), row);
        sqlite3_str_appendf(text, format, line, number++);
        sqlite3_free(line);
    }
    char *all = sqlite3_str_finish(text);
    loading_write(l, name, all, strlen(all));
    sqlite3_free(all);
}

void loading_load(struct loading *l, struct intake_options options)
{
    ck_assert(database_create(l->database[0] ? l->database : ":memory:", &l->db, &l->err));
    if (!options.pack)
        options.pack = l->folder;
    options.version = "test";
    l->ok = intake_load(l->db, &options, &l->result, &l->err);
}

void loading_end(struct loading *l)
{
    ck_assert_int_eq(sqlite3_close(l->db), SQLITE_OK);
    support_remove_folder(l->folder);
}

static void write_rows(sqlite3_stmt *s, FILE *out)
{
    for (const char *row = ""; sqlite3_step(s) == SQLITE_ROW; row = ";") {
        fputs(row, out);
        for (int i = 0; i < sqlite3_column_count(s); i++) {
            const unsigned char *text = sqlite3_column_text(s, i);
            fprintf(out, "%s%s", i ? "|" : "", text ? (const char *)text : "");
        }
    }
}

void rows_assert(sqlite3 *db, const char *sql, const char *expected)
{
    sqlite3_stmt *s = NULL;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, "%s: %s", sql,
                  sqlite3_errmsg(db));
    char *got = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&got, &size);
    ck_assert_ptr_nonnull(out);
    write_rows(s, out);
    ck_assert_int_eq(fclose(out), 0);
    sqlite3_finalize(s);
    ck_assert_msg(strcmp(got, expected) == 0, "%s\n  gives    %s\n  expected %s", sql, got,
                  expected);
    free(got);
}

void loading_assert(struct loading *l, const char *sql, const char *expected)
{
    ck_assert_msg(l->ok, "not loaded: %s", l->err.what);
    rows_assert(l->db, sql, expected);
}

void loading_assert_sound(struct loading *l)
{
    loading_assert(
        l,
        "SELECT name FROM input_file WHERE read <> accepted + duplicate + rejected "
        "OR length(sha256) <> 64 OR rejected <> (SELECT count(DISTINCT line) FROM reject r "
        "WHERE r.file_no = input_file.file_no)",
        "");
    loading_assert(l, "PRAGMA foreign_key_check", "");
    loading_assert(l,
                   "SELECT accepted - (SELECT count(*) FROM response), accepted - (SELECT count(*) "
                   "FROM response_wording) FROM input_file WHERE kind = 'responses'",
                   "0|0");
}
