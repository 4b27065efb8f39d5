/* SPDX-License-Identifier: MIT */
#include "precheck/residue_patterns.h"

#include "base/memory.h"
#include "letters/table_file.h"

#include <stdlib.h>
#include <string.h>

static const char path[] = "datasets/reference/residue.csv";

enum { COLUMN_KIND, COLUMN_PATTERN };
static const char *const columns[] = {"kind", "pattern", NULL};

static bool add(struct residue_patterns *patterns, const struct table_file *table,
                struct error *err)
{
    char reason[200];
    struct pattern *pattern =
        pattern_new(table_file_cell(table, COLUMN_PATTERN), NULL, reason, sizeof reason);
    if (!pattern)
        return error_set(err, ERROR_INPUT, path, table->row.line, "Mend the pattern.", "%s",
                         reason);
    patterns->list =
        memory_grow(patterns->list, patterns->count, &patterns->room, sizeof *patterns->list);
    patterns->list[patterns->count++] =
        (struct residue_pattern){slice_copy(table_file_cell(table, COLUMN_KIND)), pattern};
    return true;
}

bool residue_patterns_load(struct residue_patterns *ret, struct error *err)
{
    struct table_file table;
    *ret = (struct residue_patterns){.count = 0};
    if (!table_file_open(path, columns, &table, err))
        return false;
    bool ok = true;
    while (ok && table_file_next(&table, err))
        ok = add(ret, &table, err);
    table_file_close(&table);
    return ok && table.row.event == CSV_END;
}

void residue_patterns_done(struct residue_patterns *patterns)
{
    for (size_t i = 0; i < patterns->count; i++) {
        free(patterns->list[i].kind);
        pattern_free(patterns->list[i].pattern);
    }
    free(patterns->list);
}

void residue_search(struct pattern *pattern, struct slice text, residue_visitor *visitor,
                    void *context)
{
    struct pattern_match match;
    for (size_t from = 0; from<text.length; from = match.end> from ? match.end : from + 1) {
        if (pattern_find(pattern, text, from, &match) != PATTERN_FOUND)
            break;
        if (match.end > match.begin)
            visitor(text, match.begin, match.end, match.mark, context);
    }
}

void residue_search_kind(const struct residue_patterns *patterns, const char *kind,
                         struct slice text, residue_visitor *visitor, void *context)
{
    for (size_t i = 0; i < patterns->count; i++)
        if (strcmp(patterns->list[i].kind, kind) == 0)
            residue_search(patterns->list[i].pattern, text, visitor, context);
}
