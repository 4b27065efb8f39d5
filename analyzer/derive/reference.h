/* SPDX-License-Identifier: MIT
 * The small tables as arrays: everything of the inputs but the facts.
 */
#ifndef CONCORD_DERIVE_REFERENCE_H
#define CONCORD_DERIVE_REFERENCE_H

#include "derive/inputs.h"

/* Free with inputs_done, also after an error: OUTPUT. */
MUST_CHECK bool reference_load(struct inputs *ret, struct error *err);

#endif
