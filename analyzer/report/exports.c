/* SPDX-License-Identifier: MIT */
#include "report/exports.h"

#include <string.h>

#define ROW(separator, table, rows, json_rows, words, contents, none)                              \
    {.sheet =                                                                                      \
         {.name = table, .statement = rows, .title = words, .holds = contents, .if_empty = none},  \
     .json_statement = json_rows},
static const struct export_table tables[] = {EXPORT_TABLES(ROW)};

enum { TABLES = sizeof tables / sizeof *tables };

const struct export_table *export_tables(size_t *ret_count)
{
    *ret_count = TABLES;
    return tables;
}

const struct export_table *export_table_find(const char *name)
{
    for (size_t i = 0; i < TABLES; i++)
        if (strcmp(tables[i].sheet.name, name) == 0)
            return &tables[i];
    return NULL;
}
