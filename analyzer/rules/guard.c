/* SPDX-License-Identifier: MIT */
#include "rules/guard.h"

#include "base/dictionary.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "store/query.h"

#include <stdlib.h>
#include <strings.h>
#include <time.h>

enum { STEPS_BETWEEN = 10000, MAX_TEXT_BYTES = 16 << 20 };

struct guard {
    sqlite3 *db;
    struct text_index readable; /* "view\x1ftable\x1fcolumn", "\x1fview\x1fcolumn" */
    enum { GUARD_OPENS, GUARD_LEARNS, GUARD_GUARDS } mode;
    int64_t steps;
    time_t started;
    char refusal[200];
};

/* A place is a column of a table, as read by a view or, with "", by the statement; the caller
 * frees. */
static char *describe_place(const char *view, const char *table, const char *column)
{
    return memory_print("%s\x1f%s\x1f%s", view ? view : "", table, column ? column : "");
}

static bool is_readable(const struct guard *g, const char *view, const char *table,
                        const char *column)
{
    SCOPED_TEXT place = describe_place(view, table, column);
    return text_index_find(&g->readable, slice_of(place)) >= 0;
}

static void learn(struct guard *g, const char *view, const char *table, const char *column)
{
    SCOPED_TEXT place = describe_place(view, table, column);
    if (!is_readable(g, view, table, column))
        text_index_add(&g->readable, slice_of(place), 0);
}

static bool is_harmless_function(const char *name)
{
    static const char *const refused[] = {"load_extension",
                                          "random",
                                          "randomblob",
                                          "current_date",
                                          "current_time",
                                          "changes",
                                          "current_timestamp",
                                          "last_insert_rowid",
                                          "total_changes",
                                          "fts3_tokenizer",
                                          NULL};
    for (size_t i = 0; refused[i]; i++)
        if (strcasecmp(name, refused[i]) == 0)
            return false;
    return strncasecmp(name, "sqlite_", 7) != 0;
}

static int refuse(struct guard *g, const char *what, const char *name)
{
    if (!g->refusal[0])
        text_cut(g->refusal, sizeof g->refusal, "%s %s", what, SHOWN(name ? name : "", 100));
    return SQLITE_DENY;
}

static int authorize_read(struct guard *g, const char *view, const char *table, const char *column)
{
    if (g->mode == GUARD_LEARNS)
        learn(g, view, table, column);
    /* A table of which no column is wanted has no column: of a view that was put in its
     * place in the statement, or a common table expression that is only counted. */
    if (g->mode != GUARD_GUARDS || !*column)
        return SQLITE_OK;
    bool is_json = strcmp(table, "json_each") == 0 || strcmp(table, "json_tree") == 0;
    if (is_json || is_readable(g, view, table, column) || is_readable(g, "", table, column))
        return SQLITE_OK;
    return refuse(g, "a rule may read the views only, not", table);
}

static int authorize(void *context, int action, const char *first, const char *second,
                     const char *database, const char *view)
{
    (void)database;
    struct guard *g = context;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_READ:
        return authorize_read(g, view, first, second);
    case SQLITE_FUNCTION:
        return is_harmless_function(second) ? SQLITE_OK : refuse(g, "a rule may not call", second);
    default:
        return refuse(g, "a rule may only read:", "one SELECT, and nothing else");
    }
}

static int count_steps(void *context)
{
    struct guard *g = context;
    g->steps += STEPS_BETWEEN;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    if (g->steps >= GUARD_STEPS)
        text_cut(g->refusal, sizeof g->refusal, "stopped after %d million steps",
                 GUARD_STEPS / 1000000);
    else if (now.tv_sec - g->started > GUARD_SECONDS)
        text_cut(g->refusal, sizeof g->refusal, "stopped after %d seconds", GUARD_SECONDS);
    else
        return 0;
    return 1;
}

void guard_restart(struct guard *guard)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    guard->steps = 0;
    guard->started = now.tv_sec;
    guard->refusal[0] = '\0';
}

/* The JSON tables come into being at their first use, which would look like a write. */
static void connect_json_tables(struct guard *g)
{
    sqlite3_stmt *s = query_prepare(g->db, "analyzer/rules/queries/json_tables.sql");
    query_finalize(&s);
}

/* Every view is for rules to read, and so is what it reads itself: a statement that
 * gives a view's name to something of its own gets no further than that view. */
static void learn_view(struct guard *g, struct slice name, struct slice whole)
{
    sqlite3_stmt *s = NULL;
    g->mode = GUARD_LEARNS;
    if (sqlite3_prepare_v2(g->db, whole.bytes, (int)whole.length, &s, NULL) != SQLITE_OK)
        fault("the view %s: %s", name.bytes, sqlite3_errmsg(g->db));
    g->mode = GUARD_OPENS;
    sqlite3_finalize(s);
}

static bool learn_views(struct guard *g, struct error *err)
{
    SCOPED_QUERY views = query_prepare(g->db, "analyzer/rules/queries/views.sql");
    sqlite3_set_authorizer(g->db, authorize, g);
    bool row = false, ok = query_step(views, &row, err);
    for (; ok && row; ok = query_step(views, &row, err))
        learn_view(g, query_column(views, 0), query_column(views, 1));
    return ok;
}

static void set_limits(sqlite3 *db)
{
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, MAX_TEXT_BYTES);
    sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, 300 * 1024);
    sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 200);
    sqlite3_limit(db, SQLITE_LIMIT_COMPOUND_SELECT, 100);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db, SQLITE_LIMIT_VARIABLE_NUMBER, 0);
    sqlite3_limit(db, SQLITE_LIMIT_WORKER_THREADS, 0);
}

bool guard_open(const char *path, struct guard **ret_guard, struct error *err)
{
    struct guard *g = memory_new(1, sizeof *g);
    if (!database_open_existing(path, &g->db, err)) {
        free(g);
        return false;
    }
    connect_json_tables(g);
    if (!learn_views(g, err)) {
        guard_close(g);
        return false;
    }
    g->mode = GUARD_GUARDS;
    set_limits(g->db);
    sqlite3_progress_handler(g->db, STEPS_BETWEEN, count_steps, g);
    guard_restart(g);
    *ret_guard = g;
    return true;
}

void guard_close(struct guard *guard)
{
    if (!guard)
        return;
    sqlite3_close(guard->db);
    text_index_done(&guard->readable);
    free(guard);
}

sqlite3 *guard_connection(struct guard *guard)
{
    return guard->db;
}

const char *guard_reason(struct guard *guard)
{
    return guard->refusal[0] ? guard->refusal : sqlite3_errmsg(guard->db);
}
