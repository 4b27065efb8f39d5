/* SPDX-License-Identifier: MIT
 * "Date sent" beside "Date received": which is the day of the request, and which that of the
 * answer.
 */
#ifndef CONCORD_IMPORTS_TWO_DATES_H
#define CONCORD_IMPORTS_TWO_DATES_H

#include "imports/table_heading.h"

/* Where two columns say when a request was sent or received, and none when it was answered, the
 * later one of most rows is the day of the answer. Where there is a column of answers, the one that
 * says received counts. What was taken for what becomes a notice. */
MUST_CHECK bool two_dates_settle(sqlite3 *db, int64_t table_no, const struct mapping *m,
                                 const struct table_rows *rows, size_t heading,
                                 struct table_columns *columns, struct error *err);

/* What must be said of a table though nothing of it is lost. */
MUST_CHECK bool table_notice(sqlite3 *db, int64_t table_no, const char *code, const char *words,
                             struct error *err);

#endif
