/* SPDX-License-Identifier: MIT
 * The pages for people: a template of reports/page filled from the
 * database. Needs the tables of reports/tables and the charts.
 */
#ifndef CONCORD_REPORT_HTMLOUT_H
#define CONCORD_REPORT_HTMLOUT_H

#include "report/outdir.h"
#include "store/database.h"

/* Writes the page of that template. Write errors stay in the stream. Errors: of
 * the queries, and of charts that cannot be read. */
MUST_CHECK bool htmlout_write(sqlite3 *db, const char *template_name, const struct outdir *o,
                              FILE *out, struct error *err);

#endif
