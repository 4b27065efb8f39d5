/* SPDX-License-Identifier: MIT */
#include "store/query.h"

#include "base/embedded.h"

#include <ctype.h>

/* Memory is nobody's bug. */
static void check_memory(int code)
{
    if (code == SQLITE_NOMEM)
        memory_exhausted();
}

sqlite3_stmt *query_prepare(sqlite3 *db, const char *embedded_path)
{
    const char *text = embedded_text(embedded_path);
    const char *tail = NULL;
    sqlite3_stmt *s = NULL;
    int code = sqlite3_prepare_v3(db, text, -1, SQLITE_PREPARE_PERSISTENT, &s, &tail);
    check_memory(code);
    if (code != SQLITE_OK)
        fault("%s: %s at byte %d", embedded_path, sqlite3_errmsg(db), sqlite3_error_offset(db));
    while (tail && isspace((unsigned char)*tail))
        tail++;
    if (!s || (tail && *tail))
        fault("%s: must hold exactly one statement", embedded_path);
    return s;
}

void query_finalize(sqlite3_stmt **statement)
{
    sqlite3_finalize(*statement);
    *statement = NULL;
}

static void check_bound(sqlite3_stmt *s, int code, int position)
{
    check_memory(code);
    if (code != SQLITE_OK)
        fault("binding value %d of \"%.60s\": %s", position, sqlite3_sql(s), sqlite3_errstr(code));
}

void query_int(sqlite3_stmt *s, int position, int64_t value)
{
    check_bound(s, sqlite3_bind_int64(s, position, value), position);
}

void query_null(sqlite3_stmt *s, int position)
{
    check_bound(s, sqlite3_bind_null(s, position), position);
}

void query_real(sqlite3_stmt *s, int position, double value)
{
    check_bound(s, sqlite3_bind_double(s, position, value), position);
}

void query_text(sqlite3_stmt *s, int position, struct slice text)
{
    if (text.length == 0) {
        query_null(s, position);
        return;
    }
    check_bound(
        s, sqlite3_bind_text64(s, position, text.bytes, text.length, SQLITE_STATIC, SQLITE_UTF8),
        position);
}

bool query_step(sqlite3_stmt *s, bool *ret_row, struct error *err)
{
    int code = sqlite3_step(s);
    *ret_row = code == SQLITE_ROW;
    if (code == SQLITE_ROW || code == SQLITE_DONE)
        return true;
    return database_failed(sqlite3_db_handle(s), err);
}

bool query_run(sqlite3_stmt *s, struct error *err)
{
    bool row = false;
    bool ok = query_step(s, &row, err);
    sqlite3_reset(s);
    return ok;
}

struct slice query_column(sqlite3_stmt *s, int column)
{
    const char *text = (const char *)sqlite3_column_text(s, column);
    if (!text)
        return (struct slice){"", 0};
    return (struct slice){text, (size_t)sqlite3_column_bytes(s, column)};
}

int query_column_index(sqlite3_stmt *s, const char *name)
{
    for (int i = 0; i < sqlite3_column_count(s); i++)
        if (strcmp(sqlite3_column_name(s, i), name) == 0)
            return i;
    return -1;
}
