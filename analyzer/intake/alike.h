/* SPDX-License-Identifier: MIT
 * Tools and requests that no file lists stay as they are written (SEMANTICS 2, 3), so that
 * two spellings of one are two, and nothing compares their answers. This says so.
 */
#ifndef CONCORD_INTAKE_ALIKE_H
#define CONCORD_INTAKE_ALIKE_H

#include "intake/ledger.h"
#include "intake/registry.h"

/* One notice ("alike-names", about no file and no line) for the tools and one for the requests:
 * the first two spellings, in byte order, of the first folded name that has several, and how many
 * further names there are; its rows are the number of such names. What folds to nothing is like
 * nothing. What stands in which order in the files makes no difference. Errors: OUTPUT. */
MUST_CHECK bool alike_names_tell(struct ledger *ledger, const struct registry *r,
                                 struct error *err);

#endif
