/* SPDX-License-Identifier: MIT
 * Charts with their words. A chart is a row of temp.page_chart, and of a kind
 * (report/chart_kind.h).
 */
#ifndef CONCORD_REPORT_CHART_LIST_H
#define CONCORD_REPORT_CHART_LIST_H

#include "store/query.h"

struct chart {
    char *name, *kind;           /* a file name without its ending, made by us; which chart */
    int64_t tool_no, request_no; /* what it is about; 0: not one */
    char *title;                 /* states the finding */
    char *subtitle;              /* measure, place, date */
    char *sentence;              /* what the picture shows, for those who do not see it */
    char *source;
};

struct chart_list {
    struct chart *charts;
    size_t count, room;
};

/* All charts of a prepared statement with the columns of charts_chosen.
 * chart_list_done frees the contents. */
MUST_CHECK bool chart_list_read(sqlite3_stmt *rows, struct chart_list *ret_list, struct error *err);
void chart_list_done(struct chart_list *list);

#endif
