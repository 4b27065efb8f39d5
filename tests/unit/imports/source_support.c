/* SPDX-License-Identifier: MIT */
#include "imports/source_support.h"

#include "support.h"

#include "base/memory.h"
#include "imports/sources.h"
#include "store/query.h"

#include <check.h>
#include <stdlib.h>

static const char *text_at(sqlite3_stmt *s, int column)
{
    const char *text = (const char *)sqlite3_column_text(s, column);
    return text ? text : "";
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *s;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    return s;
}

static void print_cells(sqlite3 *db, sqlite3_int64 row_no, FILE *out)
{
    sqlite3_stmt *s = prepare(db, "SELECT column_no, words, kind, link, comment, is_filled "
                                  "FROM source_cell WHERE row_no = ? ORDER BY column_no");
    sqlite3_bind_int64(s, 1, row_no);
    for (int i = 0; sqlite3_step(s) == SQLITE_ROW; i++) {
        const char *kind = text_at(s, 2);
        fprintf(out, "%s%d=%s%s", i ? "; " : "", sqlite3_column_int(s, 0),
                sqlite3_column_int(s, 5) ? "~" : "", text_at(s, 1));
        if (strcmp(kind, "text") != 0)
            fprintf(out, "(%s)", kind);
        if (*text_at(s, 3))
            fprintf(out, " <%s>", text_at(s, 3));
        if (*text_at(s, 4))
            fprintf(out, " {%s}", text_at(s, 4));
    }
    sqlite3_finalize(s);
    fputc('\n', out);
}

static void print_rows(sqlite3 *db, sqlite3_int64 table_no, FILE *out)
{
    sqlite3_stmt *s = prepare(db, "SELECT row_no, line, record, is_hidden, is_marked "
                                  "FROM source_row WHERE table_no = ? ORDER BY row_no");
    sqlite3_bind_int64(s, 1, table_no);
    while (sqlite3_step(s) == SQLITE_ROW) {
        fprintf(out, "%s%s%s%s%s:", text_at(s, 1),
                sqlite3_column_type(s, 2) == SQLITE_NULL ? "" : " ", text_at(s, 2),
                sqlite3_column_int(s, 3) ? " hidden" : "",
                sqlite3_column_int(s, 4) ? " marked" : "");
        fputc(' ', out);
        print_cells(db, sqlite3_column_int64(s, 0), out);
    }
    sqlite3_finalize(s);
}

static void print_tables(sqlite3 *db, FILE *out)
{
    sqlite3_stmt *s = prepare(db, "SELECT table_no, name, title, address, has_headings, is_hidden "
                                  "FROM source_table ORDER BY table_no");
    while (sqlite3_step(s) == SQLITE_ROW) {
        fprintf(out, "[table %s | %s | %s |%s%s]\n", text_at(s, 1), text_at(s, 2), text_at(s, 3),
                sqlite3_column_int(s, 4) ? " headings" : "",
                sqlite3_column_int(s, 5) ? " hidden" : "");
        print_rows(db, sqlite3_column_int64(s, 0), out);
    }
    sqlite3_finalize(s);
}

static void print_files(sqlite3 *db, FILE *out)
{
    sqlite3_stmt *s = prepare(db, "SELECT kind, reason, sha256 FROM source_file ORDER BY file_no");
    while (sqlite3_step(s) == SQLITE_ROW) {
        fprintf(out, "[%s%s%s]\n", text_at(s, 0), *text_at(s, 1) ? ": " : "", text_at(s, 1));
        ck_assert_uint_eq(strlen(text_at(s, 2)), 64);
    }
    sqlite3_finalize(s);
}

static void print_notices(sqlite3 *db, FILE *out)
{
    sqlite3_stmt *s = prepare(db, "SELECT line, code, words FROM source_notice ORDER BY rowid");
    while (sqlite3_step(s) == SQLITE_ROW)
        fprintf(out, "! %s%s%s: %s\n", text_at(s, 0), *text_at(s, 0) ? " " : "", text_at(s, 1),
                text_at(s, 2));
    sqlite3_finalize(s);
}

static sqlite3 *read_file(const char *path)
{
    struct error err = {0};
    sqlite3 *db = NULL;
    ck_assert(sqlite3_open(":memory:", &db) == SQLITE_OK);
    ck_assert(database_run_file(db, "analyzer/imports/1-sources.sql", &err));
    ck_assert_msg(sources_read(db, "tracker", &path, 1, &err), "%s", err.what);
    return db;
}

char *describe_source(const char *name, struct slice bytes)
{
    char folder[64], *text = NULL;
    size_t length = 0;
    support_make_folder(folder);
    SCOPED_TEXT path = memory_print("%s/%s", folder, name);
    support_write_file(path, bytes.bytes, bytes.length);
    sqlite3 *db = read_file(path);
    FILE *out = memory_stream(&text, &length);
    print_files(db, out);
    print_tables(db, out);
    print_notices(db, out);
    memory_stream_end(out);
    ck_assert(sqlite3_close(db) == SQLITE_OK);
    support_remove_folder(folder);
    return text;
}

void assert_source(const char *name, const char *text, const char *description)
{
    SCOPED_TEXT got = describe_source(name, slice_of(text));
    ck_assert_str_eq(got, description);
}

void assert_workbook(const struct letter_entry parts[], const char *description)
{
    struct slice made = make_archive(parts);
    SCOPED_TEXT got = describe_source("book.xlsx", made);
    memory_release(&made.bytes);
    ck_assert_str_eq(got, description);
}

void assert_no_source(const char *name, struct slice bytes, const char *reason)
{
    SCOPED_TEXT got = describe_source(name, bytes);
    ck_assert_msg(strncmp(got, "[none: ", 7) == 0 && !strstr(got, "[table"), "%s", got);
    ck_assert_msg(strstr(got, reason) != NULL, "%s", got);
}
