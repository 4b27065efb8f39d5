/* SPDX-License-Identifier: MIT
 * Cells of one row that cannot both be right: a denial beside the statement that the tool is
 * used, an end before its beginning. Such a row is kept as it is written, and told of; what the
 * rules, or other notices, say already is left to them. DATA.md lists what is looked at.
 */
#ifndef CONCORD_INTAKE_CONTRADICTIONS_H
#define CONCORD_INTAKE_CONTRADICTIONS_H

#include "intake/header.h"
#include "intake/value.h"

/* What was found, once for all rows that say the same. A zeroed one is empty. */
struct contradictions {
    struct text_index index; /* what is said -> index into found */
    struct contradiction_found {
        long line; /* of the first row */
        int64_t rows;
    } * found;
    size_t count, room;
};

/* Looks at an accepted row, and takes the first contradiction in it; without any, no memory. */
void contradictions_look(struct contradictions *all, const struct value_row *row,
                         const struct header *header, const struct csv_row *raw);

/* A notice for each that is different, in byte order, and one for those that are too many. */
MUST_CHECK bool contradictions_tell(const struct contradictions *all, const struct account *account,
                                    struct error *err);

void contradictions_done(struct contradictions *all);

#endif
