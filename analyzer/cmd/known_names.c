/* SPDX-License-Identifier: MIT */
#include "cmd/known_names.h"

#include "base/memory.h"
#include "store/query.h"

#include <stdlib.h>
#include <string.h>

static void add_row(struct known_names *known, sqlite3_stmt *s)
{
    names_add(&known->names, sqlite3_column_int(s, 0), query_column(s, 1), query_column(s, 2),
              query_column(s, 3));
    known->shown =
        memory_grow(known->shown, known->count, &known->shown_room, sizeof *known->shown);
    known->is_territorial = memory_grow(known->is_territorial, known->count,
                                        &known->territorial_room, sizeof *known->is_territorial);
    known->is_territorial[known->count] = sqlite3_column_int(s, 4);
    known->shown[known->count++] = memory_copy(query_column(s, 2).bytes);
}

bool known_names_load(sqlite3 *db, const char *query, struct known_names *ret, struct error *err)
{
    *ret = (struct known_names){0};
    SCOPED_QUERY s = query_prepare(db, query);
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = ok && query_step(s, &row, err)) {
        /* An audit.db from elsewhere may count otherwise. */
        if (sqlite3_column_int64(s, 0) != (int64_t)ret->count + 1)
            return error_set(err, ERROR_INPUT, sqlite3_db_filename(db, "main"), 0,
                             "Make it again with `concord audit`.",
                             "its forces or tools are not numbered as an audit does");
        add_row(ret, s);
    }
    return ok;
}

void known_names_done(struct known_names *known)
{
    names_done(&known->names);
    for (size_t i = 0; i < known->count; i++)
        free(known->shown[i]);
    free(known->shown);
    free(known->is_territorial);
}

bool known_names_find(struct known_names *known, const char *what, struct slice text,
                      int32_t *ret_no, struct error *err)
{
    *ret_no = names_find(&known->names, text, true);
    if (*ret_no > 0)
        return true;
    if (*ret_no == NAMES_AMBIGUOUS)
        return error_set(err, ERROR_USAGE, NULL, 0, "Give its identifier.",
                         "more than one %s is called \"%.*s\"", what, (int)text.length, text.bytes);
    return error_set(err, ERROR_USAGE, NULL, 0, names_suggest(&known->names, text),
                     "this audit knows no %s \"%.*s\"", what, (int)text.length, text.bytes);
}

bool known_tool(sqlite3 *db, const char *text, int32_t *ret_no, struct error *err)
{
    struct known_names tools;
    bool ok = known_names_load(db, "analyzer/cmd/queries/tool_names.sql", &tools, err) &&
              known_names_find(&tools, "tool", slice_trim(slice_of(text)), ret_no, err);
    known_names_done(&tools);
    return ok;
}
