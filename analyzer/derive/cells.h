/* SPDX-License-Identifier: MIT
 * Expansion (clause 17): for each force, request, question and tool the row that
 * counts, which is the one of the latest letter.
 */
#ifndef CONCORD_DERIVE_CELLS_H
#define CONCORD_DERIVE_CELLS_H

#include "derive/inputs.h"

struct cell {
    int32_t request_no, question_no, tool_no, force_no;
    int32_t fact;    /* index into inputs.facts */
    int8_t position; /* of the fact, but clause 50 */
};

struct cells {
    const struct cell *cells; /* by request, question, tool, force: units stand together */
    size_t count;
};

/* Writes no table. Free with cells_done, also after an error: OUTPUT. */
MUST_CHECK bool cells_build(const struct inputs *in, struct cells *ret, struct error *err);
void cells_done(struct cells *c);

#endif
