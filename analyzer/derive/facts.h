/* SPDX-License-Identifier: MIT
 * The responses that take part, sorted by force, request, stage, date, tool,
 * question and row, so that letters stand together and in order (clause 16).
 */
#ifndef CONCORD_DERIVE_FACTS_H
#define CONCORD_DERIVE_FACTS_H

#include "derive/inputs.h"

/* Needs what reference_load has filled; inputs_done frees the facts too. Errors: OUTPUT. */
MUST_CHECK bool facts_load(struct inputs *ret, struct error *err);

/* Are both rows of one letter, about whichever tools? */
bool fact_same_letter(const struct fact *a, const struct fact *b);

/* Is the identifier of the first row the later in byte order? Reads both.
 * Errors: OUTPUT. */
MUST_CHECK bool fact_is_later_identifier(const struct inputs *in, const struct fact *a,
                                         const struct fact *b, bool *ret_later, struct error *err);

#endif
