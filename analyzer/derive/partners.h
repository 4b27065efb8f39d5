/* SPDX-License-Identifier: MIT
 * Members of one collaboration that answered one unit with different positions
 * (clause 29, X05): what each may be, over every reading of its dates.
 */
#ifndef CONCORD_DERIVE_PARTNERS_H
#define CONCORD_DERIVE_PARTNERS_H

#include "derive/model.h"
#include "store/row_map.h"

struct unit_cells {
    int32_t unit_no;
    size_t first, end; /* of model.cells */
};

/* What writes partner rows; ended by row_map_done. */
struct row_map partners_writer(sqlite3 *db);

/* Writes the partner rows of one split unit. */
MUST_CHECK bool partners_write(struct model *m, struct row_map *insert,
                               const struct unit_cells *unit, struct error *err);

#endif
