/* SPDX-License-Identifier: MIT
 * The small tables as arrays: everything of the model but facts and what is
 * derived. Errors: OUTPUT, where tool_ancestor cannot be written.
 */
#ifndef CONCORD_DERIVE_REFERENCE_H
#define CONCORD_DERIVE_REFERENCE_H

#include "derive/model.h"

MUST_CHECK bool model_load_reference(struct model *m, struct error *err);

/* How many steps `ancestor` is above the tool, 0 for the tool itself; -1 where it
 * is not (clause 15). */
int tool_distance(const struct model *m, int32_t tool_no, int32_t ancestor);

#endif
