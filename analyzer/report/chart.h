/* SPDX-License-Identifier: MIT
 * The pictures of an output folder, drawn by gnuplot from data files: for each
 * chart charts/NAME.svg, NAME.png and NAME.csv. Needs the tables of
 * reports/queries/page_tables.sql.
 */
#ifndef CONCORD_REPORT_CHART_H
#define CONCORD_REPORT_CHART_H

#include "report/outdir.h"
#include "store/query.h"

/* Writes the stance maps of reports/queries/charts.sql. Errors: OUTPUT, also
 * where gnuplot is missing or its pictures are not whole. */
MUST_CHECK bool chart_write_all(sqlite3 *db, struct outdir *o, struct error *err);

/* Copies the SVG of that chart to out, as an element for a page. */
MUST_CHECK bool chart_write_inline(const struct outdir *o, struct slice name, FILE *out,
                                   struct error *err);

#endif
