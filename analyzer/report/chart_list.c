/* SPDX-License-Identifier: MIT */
#include "report/chart_list.h"

#include "base/memory.h"

#include <stdlib.h>

static struct slice column(sqlite3_stmt *rows, const char *name)
{
    int index = query_column_index(rows, name);
    if (index < 0)
        fault("the list of charts has no column %s", name);
    return query_column(rows, index);
}

static int64_t number(sqlite3_stmt *rows, const char *name)
{
    return sqlite3_column_int64(rows, query_column_index(rows, name));
}

static void read_chart(sqlite3_stmt *rows, struct chart *c)
{
    *c = (struct chart){.name = slice_copy(column(rows, "chart")),
                        .kind = slice_copy(column(rows, "kind")),
                        .tool_no = number(rows, "tool_no"),
                        .request_no = number(rows, "request_no"),
                        .title = slice_copy(column(rows, "title")),
                        .subtitle = slice_copy(column(rows, "subtitle")),
                        .sentence = slice_copy(column(rows, "sentence")),
                        .source = slice_copy(column(rows, "source"))};
}

bool chart_list_read(sqlite3_stmt *rows, struct chart_list *ret_list, struct error *err)
{
    *ret_list = (struct chart_list){0};
    for (bool row = true;;) {
        if (!query_step(rows, &row, err))
            return false;
        if (!row)
            return true;
        ret_list->charts = memory_grow(ret_list->charts, ret_list->count, &ret_list->room,
                                       sizeof *ret_list->charts);
        read_chart(rows, &ret_list->charts[ret_list->count++]);
    }
}

void chart_list_done(struct chart_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct chart *c = &list->charts[i];
        free(c->name);
        free(c->kind);
        free(c->title);
        free(c->subtitle);
        free(c->sentence);
        free(c->source);
    }
    free(list->charts);
    *list = (struct chart_list){0};
}
