/* SPDX-License-Identifier: MIT */
#include "store/query.h"

#include "base/embedded.h"
#include "base/text.h"
#include "store/statements.h"

#include <ctype.h>
#include <math.h>

/* Memory is nobody's bug. */
static void check_memory(int code)
{
    if (code == SQLITE_NOMEM)
        memory_exhausted();
}

static sqlite3_stmt *prepare(sqlite3 *db, const struct statement *from)
{
    const char *tail = NULL;
    sqlite3_stmt *s = NULL;
    int code = sqlite3_prepare_v3(db, from->sql.bytes, (int)from->sql.length,
                                  SQLITE_PREPARE_PERSISTENT, &s, &tail);
    check_memory(code);
    if (code != SQLITE_OK)
        internal_fault("%s, statement %s: %s at byte %d", from->path, from->name,
                       sqlite3_errmsg(db), sqlite3_error_offset(db));
    const char *end = from->sql.bytes + from->sql.length;
    while (tail < end && isspace((unsigned char)*tail))
        tail++;
    if (!s || tail < end)
        internal_fault("%s, statement %s: must be exactly one statement", from->path, from->name);
    return s;
}

static bool is_file(const char *name)
{
    return strchr(name, '/') != NULL;
}

sqlite3_stmt *query_prepare(sqlite3 *db, const char *name)
{
    struct statement whole = {.name = name, .path = name};
    if (is_file(name)) {
        whole.sql = slice_of(embedded_text(name));
        return prepare(db, &whole);
    }
    const struct statement *known = statement_find(name);
    if (!known)
        internal_fault("there is no statement called %s", name);
    return prepare(db, known);
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
        internal_fault("binding value %d of \"%.60s\": %s", position, sqlite3_sql(s),
                       sqlite3_errstr(code));
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

bool query_run(sqlite3_stmt *s, struct error *err)
{
    sqlite3_step(s);
    return query_done(s, err);
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

int query_parameter_index(sqlite3_stmt *s, const char *name)
{
    char parameter[80];
    text_fit(parameter, sizeof parameter, ":%s", name);
    return sqlite3_bind_parameter_index(s, parameter);
}

static int parameter_of(sqlite3_stmt *s, const char *name)
{
    int position = query_parameter_index(s, name);
    if (!position)
        internal_fault("no parameter %s in: %s", name, sqlite3_sql(s));
    return position;
}

static int column_of(sqlite3_stmt *s, const char *name)
{
    int column = query_column_index(s, name);
    if (column < 0)
        internal_fault("no column %s in: %s", name, sqlite3_sql(s));
    return column;
}

void query_bind_int(sqlite3_stmt *s, const char *parameter, int64_t value)
{
    query_int(s, parameter_of(s, parameter), value);
}

void query_bind_real(sqlite3_stmt *s, const char *parameter, double value)
{
    query_real(s, parameter_of(s, parameter), value);
}

void query_bind_text(sqlite3_stmt *s, const char *parameter, struct slice text)
{
    query_text(s, parameter_of(s, parameter), text);
}

void query_bind_null(sqlite3_stmt *s, const char *parameter)
{
    query_null(s, parameter_of(s, parameter));
}

int64_t query_get_int(sqlite3_stmt *s, const char *column)
{
    return sqlite3_column_int64(s, column_of(s, column));
}

double query_get_real(sqlite3_stmt *s, const char *column)
{
    int place = column_of(s, column);
    return sqlite3_column_type(s, place) == SQLITE_NULL ? (double)NAN
                                                        : sqlite3_column_double(s, place);
}

struct slice query_get_text(sqlite3_stmt *s, const char *column)
{
    return query_column(s, column_of(s, column));
}

bool query_is_null(sqlite3_stmt *s, const char *column)
{
    return sqlite3_column_type(s, column_of(s, column)) == SQLITE_NULL;
}

bool query_next(sqlite3_stmt *s)
{
    return sqlite3_step(s) == SQLITE_ROW;
}

bool query_done(sqlite3_stmt *s, struct error *err)
{
    return sqlite3_reset(s) == SQLITE_OK || database_failed(sqlite3_db_handle(s), err);
}
