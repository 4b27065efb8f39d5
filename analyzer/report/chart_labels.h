/* SPDX-License-Identifier: MIT
 * Where the labels of points stand, so that none covers another label, a point or the
 * edge of the drawing.
 */
#ifndef CONCORD_REPORT_CHART_LABELS_H
#define CONCORD_REPORT_CHART_LABELS_H

#include "store/query.h"

/* All in px, y downwards. */
struct labelled_point {
    double x, y, radius;
    double label_width, label_height; /* 0: no label */
    double label_x, label_y;          /* found: the middle of the label */
    bool is_placed;                   /* false: there is no free place near it */
};

/* Gives each label, in the order of the points, the nearest free place around its point
 * inside width by height. The same points give the same places. */
void chart_labels_place(struct labelled_point *points, size_t count, double width, double height);

/* Does so for temp.chart_point, tool by tool. Errors: of the queries. */
MUST_CHECK bool chart_labels_place_all(sqlite3 *db, struct error *err);

#endif
