/* SPDX-License-Identifier: MIT
 * What happens to many rows of a file and is told once, with how many they are.
 */
#ifndef CONCORD_INTAKE_TALLIES_H
#define CONCORD_INTAKE_TALLIES_H

#include "intake/table.h"

/* A notice for each that was counted (table_tally). Errors: OUTPUT. */
MUST_CHECK bool tallies_tell(struct table *t, struct error *err);

#endif
