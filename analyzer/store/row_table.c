/* SPDX-License-Identifier: MIT */
#include "store/row_table.h"

#include "base/memory.h"

#include <stdlib.h>

enum { MOST_COLUMNS = 2 * ROW_MAP_FIELDS };

struct row_table {
    sqlite3 *db;
    const char *name, *declaration;
    struct row_slot slots[MOST_COLUMNS]; /* of each column; days are two */
    size_t count;
    row_table_row *row;
    void *context;
};

struct table {
    sqlite3_vtab base;
    const struct row_table *rows;
};

struct cursor {
    sqlite3_vtab_cursor base;
    const struct row_table *rows;
    size_t at;
    const void *row;
};

static int connect(sqlite3 *db, void *rows, int count, const char *const *words,
                   sqlite3_vtab **ret_table, char **ret_error)
{
    (void)count, (void)words, (void)ret_error;
    int code = sqlite3_declare_vtab(db, ((const struct row_table *)rows)->declaration);
    if (code != SQLITE_OK)
        return code;
    sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
    struct table *table = memory_new(1, sizeof *table);
    table->rows = rows;
    *ret_table = &table->base;
    return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *table)
{
    free(table);
    return SQLITE_OK;
}

static int plan(sqlite3_vtab *table, sqlite3_index_info *info)
{
    info->estimatedRows = (sqlite3_int64)((const struct table *)table)->rows->count;
    return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **ret)
{
    struct cursor *cursor = memory_new(1, sizeof *cursor);
    cursor->rows = ((const struct table *)table)->rows;
    *ret = &cursor->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *cursor)
{
    free(cursor);
    return SQLITE_OK;
}

static void go_to(struct cursor *cursor, size_t at)
{
    cursor->at = at;
    if (at < cursor->rows->count)
        cursor->row = cursor->rows->row(cursor->rows->context, at);
}

static int begin(sqlite3_vtab_cursor *cursor, int number, const char *name, int count,
                 sqlite3_value **values)
{
    (void)number, (void)name, (void)count, (void)values;
    go_to((struct cursor *)cursor, 0);
    return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *cursor)
{
    go_to((struct cursor *)cursor, ((struct cursor *)cursor)->at + 1);
    return SQLITE_OK;
}

static int is_at_end(sqlite3_vtab_cursor *cursor)
{
    const struct cursor *c = (const struct cursor *)cursor;
    return c->at >= c->rows->count;
}

static int give_column(sqlite3_vtab_cursor *cursor, sqlite3_context *out, int column)
{
    const struct cursor *c = (const struct cursor *)cursor;
    row_slot_give(&c->rows->slots[column], c->row, column, out);
    return SQLITE_OK;
}

static int give_number(sqlite3_vtab_cursor *cursor, sqlite3_int64 *ret)
{
    *ret = (sqlite3_int64)((const struct cursor *)cursor)->at;
    return SQLITE_OK;
}

/* Without xCreate there is one such table, which stands in no schema. */
static const sqlite3_module methods = {
    .xConnect = connect,
    .xDisconnect = disconnect,
    .xBestIndex = plan,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = begin,
    .xNext = next,
    .xEof = is_at_end,
    .xColumn = give_column,
    .xRowid = give_number,
};

static void set_module(struct row_table *t, const sqlite3_module *module)
{
    if (sqlite3_create_module_v2(t->db, t->name, module, t, NULL) != SQLITE_OK)
        internal_fault("the table %s: %s", t->name, sqlite3_errmsg(t->db));
}

struct row_table *row_table_open(sqlite3 *db, const char *name, const char *declaration)
{
    struct row_table *t = memory_new(1, sizeof *t);
    t->db = db;
    t->name = name;
    t->declaration = declaration;
    set_module(t, &methods);
    return t;
}

void row_table_close(struct row_table *t)
{
    if (t)
        set_module(t, NULL);
    free(t);
}

void row_table_fill(struct row_table *t, const struct row_map *columns, size_t count,
                    row_table_row *row, void *context)
{
    for (size_t i = 0; i < columns->count; i++) {
        const struct row_slot *slot = &columns->slots[i];
        t->slots[slot->position] = *slot;
        if (slot->type == FIELD_DAYS)
            t->slots[slot->position_of_latest] = *slot;
    }
    t->count = count;
    t->row = row;
    t->context = context;
}
