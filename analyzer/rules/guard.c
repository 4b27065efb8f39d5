/* SPDX-License-Identifier: MIT */
#include "rules/guard.h"

#include "base/dictionary.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "store/bounded_functions.h"
#include "store/clockless.h"
#include "store/heap.h"
#include "store/phrase_set.h"
#include "store/query.h"
#include "store/text_functions.h"

#include <stdlib.h>
#include <strings.h>
#include <time.h>

/* A row of a pack has up to 4 MiB. Between two looks at the limits each step may be a function
 * that reads a text of the greatest length, so the looks are many. */
enum {
    STEPS_BETWEEN = 50,
    MAX_TEXT_BYTES = 16 << 20,
    MAX_LIKE_BYTES = 100,
    MEBIBYTE = 1 << 20,
};

const struct guard_limits guard_limits = {.million_steps = 500, .seconds = 60, .mebibytes = 256};

struct guard {
    sqlite3 *db;
    struct guard_limits limits;
    struct text_index readable; /* "view\x1ftable\x1fcolumn", "\x1fview\x1fcolumn" */
    enum { GUARD_OPENS, GUARD_LEARNS, GUARD_GUARDS } mode;
    int64_t steps;
    time_t started;
    char refusal[256];
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

/* What gives the same for the same values everywhere, and no more slowly than its texts are
 * long (which json_patch is not). */
static const char *const harmless[] = {
    "->",
    "->>",
    "abs",
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atan2",
    "atanh",
    "avg",
    "ceil",
    "ceiling",
    "char",
    "coalesce",
    "cos",
    "cosh",
    "count",
    "cume_dist",
    "date",
    "datetime",
    "degrees",
    "dense_rank",
    "exp",
    "first_value",
    "fixed",
    "floor",
    "format",
    "glob",
    "group_concat",
    "hex",
    "ifnull",
    "iif",
    "instr",
    "json",
    "json_array",
    "json_array_length",
    "json_error_position",
    "json_extract",
    "json_group_array",
    "json_group_object",
    "json_insert",
    "json_object",
    "json_quote",
    "json_remove",
    "json_replace",
    "json_set",
    "json_type",
    "json_valid",
    "julianday",
    "lag",
    "last_value",
    "lead",
    "length",
    "like",
    "likelihood",
    "likely",
    "ln",
    "log",
    "log10",
    "log2",
    "lower",
    "ltrim",
    "max",
    "min",
    "mod",
    "nth_value",
    "ntile",
    "nullif",
    "percent_rank",
    "phrase_set",
    "phrases_within",
    "pi",
    "pow",
    "power",
    "printf",
    "quote",
    "radians",
    "rank",
    "regexp",
    "regexp_pieces",
    "regexp_substr",
    "replace",
    "round",
    "row_number",
    "rtrim",
    "sign",
    "sin",
    "sinh",
    "soundex",
    "sqrt",
    "strftime",
    "substr",
    "substring",
    "sum",
    "tan",
    "tanh",
    "time",
    "total",
    "trim",
    "trunc",
    "typeof",
    "unicode",
    "unixepoch",
    "unlikely",
    "upper",
    "zeroblob",
};

static bool is_harmless_function(const char *name)
{
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
        if (strcasecmp(name, harmless[i]) == 0)
            return true;
    return false;
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

static const char clock_is_read[] =
    "a rule may not read the clock ('now', or a date function without a date), since an audit must "
    "come out the same tomorrow: as_of of v_audit is the day of the audit";
static const char zone_is_read[] =
    "a rule may not use the time zone of the machine ('localtime', 'utc'): give the date in UTC";

static bool is_within_limits(struct guard *g)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    if (g->steps >= (int64_t)g->limits.million_steps * 1000000)
        text_cut(g->refusal, sizeof g->refusal, "stopped after %d million steps",
                 g->limits.million_steps);
    else if (now.tv_sec - g->started > g->limits.seconds)
        text_cut(g->refusal, sizeof g->refusal, "stopped after %d seconds", g->limits.seconds);
    else if (clockless_was_asked())
        text_cut(g->refusal, sizeof g->refusal, "%s", clock_is_read);
    return !g->refusal[0];
}

static int count_steps(void *context)
{
    struct guard *g = context;
    g->steps += STEPS_BETWEEN;
    return !is_within_limits(g);
}

/* Within one step: a search. */
static bool may_go_on(void *context)
{
    return is_within_limits(context);
}

void guard_restart(struct guard *guard)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    guard->steps = 0;
    guard->started = now.tv_sec;
    guard->refusal[0] = '\0';
    clockless_forget();
    /* Each rule has the same room, and no phrases, whatever those before it left behind. */
    phrase_set_register(guard->db, &(struct pattern_watch){may_go_on, guard});
    sqlite3_db_release_memory(guard->db);
    heap_limit((int64_t)guard->limits.mebibytes * MEBIBYTE);
}

bool guard_has_refused(struct guard *guard)
{
    return !is_within_limits(guard);
}

/* The JSON tables come into being at their first use, which would look like a write. */
static void connect_json_tables(struct guard *g)
{
    sqlite3_stmt *s = query_prepare(g->db, "json_tables");
    query_finalize(&s);
}

/* Every view is for rules to read, and so is what it reads itself: a statement that
 * gives a view's name to something of its own gets no further than that view. */
static void learn_view(struct guard *g, struct slice name, struct slice whole)
{
    sqlite3_stmt *s = NULL;
    g->mode = GUARD_LEARNS;
    if (sqlite3_prepare_v2(g->db, whole.bytes, (int)whole.length, &s, NULL) != SQLITE_OK)
        internal_fault("the view %s: %s", name.bytes, sqlite3_errmsg(g->db));
    g->mode = GUARD_OPENS;
    sqlite3_finalize(s);
}

static bool learn_views(struct guard *g, struct error *err)
{
    SCOPED_QUERY views = query_prepare(g->db, "views");
    sqlite3_set_authorizer(g->db, authorize, g);
    while (query_next(views))
        learn_view(g, query_get_text(views, "name"), query_get_text(views, "whole"));
    return query_done(views, err);
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
    sqlite3_limit(db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, MAX_LIKE_BYTES);
}

bool guard_open(const char *path, const struct guard_limits *limits, struct guard **ret_guard,
                struct error *err)
{
    struct guard *g = memory_new(1, sizeof *g);
    g->limits = *limits;
    if (!database_open_clockless(path, &g->db, err)) {
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
    bounded_functions_register(g->db);
    text_functions_register(g->db, &(struct pattern_watch){may_go_on, g});
    sqlite3_progress_handler(g->db, STEPS_BETWEEN, count_steps, g);
    guard_restart(g);
    *ret_guard = g;
    return true;
}

void guard_close(struct guard *guard)
{
    if (!guard)
        return;
    heap_limit(0);
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
    bool is_memory = sqlite3_errcode(guard->db) == SQLITE_NOMEM && heap_limit_was_reached();
    const char *said = sqlite3_errmsg(guard->db);
    if (is_within_limits(guard) && is_memory)
        text_cut(guard->refusal, sizeof guard->refusal,
                 "stopped: it wanted more than %d MB of memory", guard->limits.mebibytes);
    else if (!guard->refusal[0] && strcmp(said, "local time unavailable") == 0)
        text_cut(guard->refusal, sizeof guard->refusal, "%s", zone_is_read);
    return guard->refusal[0] ? guard->refusal : said;
}
