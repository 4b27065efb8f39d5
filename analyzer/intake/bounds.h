/* SPDX-License-Identifier: MIT
 * What the day of receipt and the day of retrieval say about a date that is not known to the
 * day (SEMANTICS 51), and the day of the audit where none is given (8, 56, 66).
 */
#ifndef CONCORD_INTAKE_BOUNDS_H
#define CONCORD_INTAKE_BOUNDS_H

#include "intake/table.h"

/* Published up to the day on which it was retrieved: alters the row at hand, of which these are
 * the columns. */
void bounds_of_publication(struct table *t, int published_column, int retrieved_column);

/* Once all rows of responses.csv are there: alters the dates of the letters, each of which has
 * one. Errors: OUTPUT. */
MUST_CHECK bool bounds_of_letters(struct table *t, struct error *err);

/* The day of the audit, of the dates that all files noted; false in *ret_has where there is none.
 * `given`: by --as-of, else NULL. With notices about a day that lies far off. Errors: OUTPUT. */
MUST_CHECK bool bounds_of_audit(struct intake *intake, const struct date_interval *given,
                                bool *ret_has, int32_t *ret_day, struct error *err);

#endif
