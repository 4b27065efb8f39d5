/* SPDX-License-Identifier: MIT */
#include "evidence/scope.h"

#include "audit/known_names.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "domain/request_id.h"
#include "store/query.h"
#include "store/statements.h"

#include <stdlib.h>

enum { REQUEST_BYTES = 256 };

static bool find_force(sqlite3 *db, const char *text, int32_t *ret_no, struct error *err)
{
    struct known_names forces;
    bool ok = known_names_load(db, STATEMENT("known_forces"), &forces, err) &&
              known_names_find(&forces, "force", slice_trim(slice_of(text)), ret_no, err);
    known_names_done(&forces);
    return ok;
}

/* What was asked for is not there: says which requests the force has answered. */
static bool tell_requests(sqlite3 *db, int32_t force_no, const char *what, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "bag_requests_of_force");
    query_bind_int(s, "force_no", force_no);
    struct slice requests = query_next(s) ? query_get_text(s, "requests") : slice_of("");
    char next[512];
    text_cut(next, sizeof next, "Requests with an answer of this force: %s.",
             requests.length ? requests.bytes : "none");
    return query_done(s, err) && error_set(err, ERROR_USAGE, NULL, 0, next, "%s", what);
}

static bool no_such_request(sqlite3 *db, int32_t force_no, const char *request, struct error *err)
{
    SCOPED_TEXT what = memory_print("this audit knows no request \"%s\"", SHOWN(request, 64));
    return tell_requests(db, force_no, what, err);
}

static bool find_request(sqlite3 *db, const char *request, struct scope *scope, struct error *err)
{
    char canonical[REQUEST_BYTES];
    if (!request)
        return true;
    if (!request_id_normalise(slice_of(request), canonical, sizeof canonical))
        return no_such_request(db, scope->force_no, request, err);
    SCOPED_QUERY s = query_prepare(db, "bag_request_number");
    query_bind_text(s, "request_id", slice_of(canonical));
    bool found = query_next(s);
    if (found)
        scope->request_no = (int32_t)query_get_int(s, "request_no");
    return query_done(s, err) && (found || no_such_request(db, scope->force_no, request, err));
}

static char *kept(sqlite3_stmt *s, const char *column)
{
    return query_is_null(s, column) ? NULL : slice_copy(query_get_text(s, column));
}

static bool read_names(sqlite3 *db, struct scope *scope, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "bag_scope_names");
    query_bind_int(s, "force_no", scope->force_no);
    query_bind_int(s, "request_no", scope->request_no);
    query_bind_int(s, "tool_no", scope->tool_no);
    while (query_next(s)) {
        scope->force_id = kept(s, "force_id");
        scope->force = kept(s, "force");
        scope->request_id = kept(s, "request_id");
        scope->tool_id = kept(s, "tool_id");
        scope->tool = kept(s, "tool");
    }
    return query_done(s, err);
}

static bool fill(sqlite3 *db, const struct scope *scope, struct error *err)
{
    if (!database_run_file(db, "analyzer/evidence/scope_asked.sql", err))
        return false;
    SCOPED_QUERY insert = query_prepare(db, "insert_bag_scope");
    query_bind_int(insert, "force_no", scope->force_no);
    query_bind_int(insert, "request_no", scope->request_no);
    query_bind_int(insert, "tool_no", scope->tool_no);
    return query_run(insert, err) &&
           database_run_file(db, "analyzer/evidence/scope_tables.sql", err);
}

static bool check_content(sqlite3 *db, const struct scope *scope, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "bag_is_empty");
    bool is_empty = query_next(s) && query_get_int(s, "is_empty") != 0;
    if (!query_done(s, err))
        return false;
    if (!is_empty)
        return true;
    SCOPED_TEXT what = memory_print(
        "nothing in this audit is about %s%s%s%s%s, so there is no evidence to give", scope->force,
        scope->request_id ? " and request " : "", scope->request_id ? scope->request_id : "",
        scope->tool ? " and " : "", scope->tool ? scope->tool : "");
    return tell_requests(db, scope->force_no, what, err);
}

bool scope_open(sqlite3 *db, const char *force, const char *request, const char *tool,
                struct scope *ret, struct error *err)
{
    *ret = (struct scope){0};
    return find_force(db, force, &ret->force_no, err) && find_request(db, request, ret, err) &&
           (!tool || known_tool(db, tool, &ret->tool_no, err)) && read_names(db, ret, err) &&
           fill(db, ret, err) && check_content(db, ret, err);
}

void scope_done(struct scope *scope)
{
    free(scope->force_id);
    free(scope->force);
    free(scope->request_id);
    free(scope->tool_id);
    free(scope->tool);
}
