/* SPDX-License-Identifier: MIT
 * Members of one collaboration that answered one unit with different positions
 * (clause 29, X05): what each may be, over every reading of its dates.
 */
#ifndef CONCORD_DERIVE_PARTNERS_H
#define CONCORD_DERIVE_PARTNERS_H

#include "derive/cells.h"
#include "derive/profiles.h"
#include "store/row_map.h"

struct unit_cells {
    int32_t unit_no;
    size_t first, end; /* of the cells */
};

struct partners {
    const struct inputs *in;
    const struct profiles *profiles;
    const struct cells *cells;
    struct standings on_days; /* on one day of a letter whose date is an interval */
    struct row_map insert;
};

/* All arguments are borrowed until partners_done. */
struct partners partners_begin(const struct inputs *in, const struct record *record,
                               const struct profiles *profiles, const struct cells *cells);
void partners_done(struct partners *p);

/* Writes the partner rows of one split unit. Errors: OUTPUT. */
MUST_CHECK bool partners_write(struct partners *p, const struct unit_cells *unit,
                               struct error *err);

#endif
