/* SPDX-License-Identifier: MIT
 * Tables and the summary as JSON, indented by two, keys in the order of the
 * query's columns (store/row_json.h).
 */
#ifndef CONCORD_REPORT_JSONOUT_H
#define CONCORD_REPORT_JSONOUT_H

#include "store/query.h"

/* All rows of a prepared statement as an array of objects, one row in memory at
 * a time. Write errors stay in the stream. Errors: of the query. */
MUST_CHECK bool jsonout_write(sqlite3_stmt *rows, FILE *out, struct error *err);

/* One part of an object: the query's one row merged into the top level, or as an
 * object under the key, or all its rows as a list under it. */
enum jsonout_shape { JSONOUT_MERGED, JSONOUT_OBJECT, JSONOUT_LIST };
struct jsonout_part {
    const char *key, *query; /* the name of a statement */
    enum jsonout_shape shape;
};

/* One object of these parts, in this order. Write errors stay in the stream. Errors:
 * of the queries. */
MUST_CHECK bool jsonout_write_object(sqlite3 *db, const struct jsonout_part *parts, size_t count,
                                     FILE *out, struct error *err);

/* summary.json (OUTPUTS.md). Write errors stay in the stream. */
MUST_CHECK bool jsonout_write_summary(sqlite3 *db, FILE *out, struct error *err);

#endif
