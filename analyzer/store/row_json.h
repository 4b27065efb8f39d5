/* SPDX-License-Identifier: MIT
 * A row as a JSON object: whoever writes JSON from SQL does it with this.
 */
#ifndef CONCORD_STORE_ROW_JSON_H
#define CONCORD_STORE_ROW_JSON_H

#include "store/query.h"

#include <jansson.h>

/* The columns of the row that the statement stands on, by name and in their order; the caller
 * owns the object. NULL and a real that is not finite are null. In text that is not UTF-8 each
 * byte beyond ASCII is a "?". A column whose name ends in _json holds JSON and goes in as such,
 * without that ending; a fault where it does not. */
json_t *row_json(sqlite3_stmt *row);

#endif
