/* SPDX-License-Identifier: MIT */
#include "audit/known_names.h"

#include "base/memory.h"
#include "store/row_map.h"
#include "store/statements.h"

#include <stdlib.h>
#include <string.h>

struct known_row {
    int64_t number;
    struct slice id, name, aliases;
    bool is_territorial;
};
static const struct field known_fields[] = {
    FIELD(struct known_row, number),         FIELD(struct known_row, id),
    FIELD(struct known_row, name),           FIELD(struct known_row, aliases),
    FIELD(struct known_row, is_territorial),
};

static void add_row(struct known_names *known, const struct known_row *row)
{
    names_add(&known->names, (int32_t)row->number, row->id, row->name, row->aliases);
    known->shown =
        memory_grow(known->shown, known->count, &known->shown_room, sizeof *known->shown);
    known->is_territorial = memory_grow(known->is_territorial, known->count,
                                        &known->territorial_room, sizeof *known->is_territorial);
    known->is_territorial[known->count] = row->is_territorial;
    known->shown[known->count++] = slice_copy(row->name);
}

bool known_names_load(sqlite3 *db, const char *statement, struct known_names *ret,
                      struct error *err)
{
    *ret = (struct known_names){0};
    SCOPED_ROW_MAP rows = row_reader(db, statement, known_fields);
    struct known_row row;
    while (row_next(&rows, &row)) {
        /* An audit.db from elsewhere may count otherwise. */
        if (row.number != (int64_t)ret->count + 1)
            return error_set(err, ERROR_INPUT, sqlite3_db_filename(db, "main"), 0,
                             "Make it again with `concord audit`.",
                             "its forces or tools are not numbered as an audit does");
        add_row(ret, &row);
    }
    return row_done(&rows, err);
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
    bool ok = known_names_load(db, STATEMENT("known_tools"), &tools, err) &&
              known_names_find(&tools, "tool", slice_trim(slice_of(text)), ret_no, err);
    known_names_done(&tools);
    return ok;
}
