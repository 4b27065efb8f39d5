/* SPDX-License-Identifier: MIT
 * Everything an audit puts out, as tables to compare: without what may differ when the rows of a
 * pack stand in another order.
 */
#ifndef CONCORD_TESTS_UNIT_ORDER_OUTPUTS_H
#define CONCORD_TESTS_UNIT_ORDER_OUTPUTS_H

#include <jansson.h>
#include <sqlite3.h>

/* Which outputs there are, and how the rows of each are told apart. */
struct output_kind {
    const char *name;
    const char *key;     /* the columns that identify a row, "force_id tool_id"; NULL: its place */
    const char *subject; /* the column by which differences are told apart; NULL: none */
};

extern const struct output_kind output_kinds[];
extern const size_t output_kind_count;

/* The report and the charts take as long as all the others together. */
enum outputs_wanted { OUTPUTS_ALL, OUTPUTS_WITHOUT_PAGE };

/* An object of the outputs, each an array of rows, each an object of texts by column. Makes
 * temporary tables. The caller owns it. */
json_t *outputs_of(sqlite3 *db, enum outputs_wanted wanted);

#endif
