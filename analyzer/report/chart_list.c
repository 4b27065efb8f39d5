/* SPDX-License-Identifier: MIT */
#include "report/chart_list.h"

#include "base/memory.h"

#include <stdlib.h>

static char *text(sqlite3_stmt *rows, const char *column)
{
    return slice_copy(query_get_text(rows, column));
}

static struct chart read_chart(sqlite3_stmt *rows)
{
    return (struct chart){.name = text(rows, "chart"),
                          .kind = text(rows, "kind"),
                          .tool_no = query_get_int(rows, "tool_no"),
                          .request_no = query_get_int(rows, "request_no"),
                          .title = text(rows, "title"),
                          .subtitle = text(rows, "subtitle"),
                          .sentence = text(rows, "sentence"),
                          .source = text(rows, "source")};
}

bool chart_list_read(sqlite3_stmt *rows, struct chart_list *ret_list, struct error *err)
{
    *ret_list = (struct chart_list){0};
    while (query_next(rows)) {
        ret_list->charts = memory_grow(ret_list->charts, ret_list->count, &ret_list->room,
                                       sizeof *ret_list->charts);
        ret_list->charts[ret_list->count++] = read_chart(rows);
    }
    return query_done(rows, err);
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
