/* SPDX-License-Identifier: MIT
 * The charts of an audit: which ones, and where they go. Needs output_prepare.
 */
#ifndef CONCORD_REPORT_CHART_H
#define CONCORD_REPORT_CHART_H

#include "report/drawing.h"

/* What charts are for. */
enum {
    CHARTS_ALONE = 1,  /* files in charts/, with title, source, date and marking inside */
    CHARTS_ON_PAGE = 2 /* to be copied into a page, which has the words itself */
};

/* Writes all charts of an audit for those uses, together. Errors: as drawing_make. */
MUST_CHECK bool chart_write_all(sqlite3 *db, struct outdir *o, unsigned uses, struct error *err);

/* Takes those for pages away again. */
void chart_discard_inline(struct outdir *o);

/* Copies the SVG of that chart to out, as an element for a page. Needs CHARTS_ON_PAGE. */
MUST_CHECK bool chart_write_inline(const struct outdir *o, struct slice name, FILE *out,
                                   struct error *err);

struct chart_choice {
    const char *kind;   /* a kind; "map": maps of both kinds; "all" */
    int32_t tool_no;    /* 0: any */
    int64_t request_no; /* 0: those about no one request; of "all" any */
};

/* The charts of that choice, maybe none. The caller frees with chart_list_done. */
MUST_CHECK bool chart_choose(sqlite3 *db, const struct chart_choice *choice,
                             struct chart_list *ret_list, struct error *err);

/* Draws charts that stand alone into the folder's charts/. Of the plan size, forms and marking
 * (NULL: the audit's); the rest is the audit's. Errors: as drawing_make. */
MUST_CHECK bool chart_draw(sqlite3 *db, struct outdir *o, const struct chart_list *list,
                           struct drawing_plan plan, struct error *err);

#endif
