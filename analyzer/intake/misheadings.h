/* SPDX-License-Identifier: MIT
 * Columns of responses.csv whose heading was understood and whose cells speak against it:
 * wording under "Request", answers under "Response", the tracker's address under "Link".
 */
#ifndef CONCORD_INTAKE_MISHEADINGS_H
#define CONCORD_INTAKE_MISHEADINGS_H

#include "intake/table.h"

/* A zeroed one is empty. */
struct misheadings {
    size_t requests_before; /* that were known before the file */
    int64_t worded_ids, links, s21_links;
};

void misheadings_begin(struct misheadings *m, const struct table *t);

/* Looks at an accepted row. */
void misheadings_row(struct misheadings *m, const struct table *t);

MUST_CHECK bool misheadings_tell(const struct misheadings *m, const struct table *t,
                                 struct error *err);

#endif
