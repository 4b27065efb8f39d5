/* SPDX-License-Identifier: MIT */
#include "letters/pattern_table.h"

#include "base/memory.h"
#include "letters/table_file.h"

#include <stdlib.h>

enum { COLUMN_KIND, COLUMN_PATTERN };
static const char *const columns[] = {"kind", "pattern", NULL};

static bool add(struct pattern_table *patterns, const struct table_file *table, struct error *err)
{
    char reason[200];
    struct pattern *pattern =
        pattern_new(table_file_cell(table, COLUMN_PATTERN), NULL, reason, sizeof reason);
    if (!pattern)
        return error_set(err, ERROR_INPUT, table->path, table->row.line, "Mend the pattern.", "%s",
                         reason);
    patterns->list =
        memory_grow(patterns->list, patterns->count, &patterns->room, sizeof *patterns->list);
    patterns->list[patterns->count++] =
        (struct kind_pattern){slice_copy(table_file_cell(table, COLUMN_KIND)), pattern};
    return true;
}

bool pattern_table_load(const char *path, struct pattern_table *ret, struct error *err)
{
    struct table_file table;
    *ret = (struct pattern_table){.count = 0};
    if (!table_file_open(path, columns, &table, err))
        return false;
    bool ok = true;
    while (ok && table_file_next(&table, err))
        ok = add(ret, &table, err);
    table_file_close(&table);
    return ok && table.row.event == CSV_END;
}

void pattern_table_done(struct pattern_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        free(table->list[i].kind);
        pattern_free(table->list[i].pattern);
    }
    free(table->list);
}
