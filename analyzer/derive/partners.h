/* SPDX-License-Identifier: MIT
 * Members of one collaboration that answered one unit with different positions
 * (clause 29, X05): what each may be, over every reading of its dates.
 */
#ifndef CONCORD_DERIVE_PARTNERS_H
#define CONCORD_DERIVE_PARTNERS_H

#include "derive/model.h"

struct unit_cells {
    int32_t unit_no;
    size_t first, end; /* of model.cells */
};

/* Writes the partner rows of one split unit. */
MUST_CHECK bool partners_write(struct model *m, sqlite3_stmt *insert, const struct unit_cells *unit,
                               struct error *err);

#endif
