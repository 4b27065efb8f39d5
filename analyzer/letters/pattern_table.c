/* SPDX-License-Identifier: MIT */
#include "letters/pattern_table.h"

#include "base/memory.h"
#include "letters/table_file.h"

#include <stdlib.h>

enum { COLUMN_KIND, COLUMN_NEEDS, COLUMN_PATTERN };
static const char *const columns[] = {"kind", "needs", "pattern", NULL};

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
        (struct kind_pattern){slice_copy(table_file_cell(table, COLUMN_KIND)),
                              slice_copy(table_file_cell(table, COLUMN_NEEDS)), pattern};
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

bool kind_pattern_may_match(const struct kind_pattern *pattern, struct slice text)
{
    struct slice rest = slice_of(pattern->needs), literal;
    bool has_needs = false;
    while (slice_next_part(&rest, '|', &literal)) {
        if (text.length && memmem(text.bytes, text.length, literal.bytes, literal.length))
            return true;
        has_needs = true;
    }
    return !has_needs;
}

void pattern_table_done(struct pattern_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        free(table->list[i].kind);
        free(table->list[i].needs);
        pattern_free(table->list[i].pattern);
    }
    free(table->list);
}
