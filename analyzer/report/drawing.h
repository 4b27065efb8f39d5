/* SPDX-License-Identifier: MIT
 * Draws charts: one gnuplot process for many of them. Every text and number reaches
 * gnuplot in a data file; the scripts hold none of the user's. A second process draws every SVG
 * again and the two are compared, since gnuplot does not say when a write of it fails.
 */
#ifndef CONCORD_REPORT_DRAWING_H
#define CONCORD_REPORT_DRAWING_H

#include "report/chart_list.h"
#include "report/outdir.h"

/* On a page the words and the marking stand around the picture, in all other sizes inside it. */
enum drawing_size { DRAWING_PAGE, DRAWING_SLIDE, DRAWING_A4, DRAWING_WEB };

enum { DRAWING_SVG = 1, DRAWING_PNG = 2, DRAWING_PDF = 4 };

struct drawing_plan {
    const char *folder; /* of the output; NULL: charts, with the data of each beside it */
    enum drawing_size size;
    unsigned forms;         /* DRAWING_SVG, ... together */
    const char *marking;    /* at head and foot of each; "": none */
    const char *made_as_of; /* the lines on program, date and pack */
    const char *day;        /* "20251231", for the date inside a PDF */
};

/* Writes charts/NAME.csv and charts/NAME.FORM of each chart, or FOLDER/NAME.FORM. Errors:
 * OUTPUT, also where gnuplot is missing or a picture is not whole. */
MUST_CHECK bool drawing_make(sqlite3 *db, struct outdir *o, const struct chart_list *list,
                             const struct drawing_plan *plan, struct error *err);

#endif
