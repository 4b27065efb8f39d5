/* SPDX-License-Identifier: MIT
 * The kinds of chart. Each is a folder of its own, reports/charts/KIND, with
 *
 *   words.sql    adds the charts of the kind, with title and all, to temp.page_chart
 *   data.sql     what they are drawn from: the statement chart_KIND (its hyphens are
 *                underscores), with :tool_no and :request_no where it needs them; maybe
 *                chart_KIND_shapes, outlines for gnuplot, chart_KIND_legend, and chart_KIND_sizes,
 * a row whose columns are variables of the drawing drawing.gp   the drawing, for gnuplot; frame.gp
 * beside the folders says what it may use
 *
 * The program finds the folders by itself: a further kind is one of them, and {{@KIND}} in a
 * section of the page that shows it.
 */
#ifndef CONCORD_REPORT_CHART_KIND_H
#define CONCORD_REPORT_CHART_KIND_H

#include "store/query.h"

bool chart_kind_exists(struct slice kind);

/* "reports/charts/KIND/FILE"; the caller frees. */
char *chart_kind_path(struct slice kind, const char *file);

/* Runs the words of every kind, in the order of their names. */
MUST_CHECK bool chart_kinds_add_charts(sqlite3 *db, struct error *err);

/* The prepared statement chart_KIND, or with a part ("shapes", "sizes") chart_KIND_PART; NULL
 * where the kind has no such part. */
sqlite3_stmt *chart_kind_prepare(sqlite3 *db, const char *kind, const char *part);

#endif
