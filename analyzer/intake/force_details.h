/* SPDX-License-Identifier: MIT
 * What a pack's forces.csv may leave out and the reference data knows
 * (SEMANTICS 46): area code, cell of the tile map, abbreviation.
 */
#ifndef CONCORD_INTAKE_FORCE_DETAILS_H
#define CONCORD_INTAKE_FORCE_DETAILS_H

#include "store/database.h"

MUST_CHECK bool force_details_fill(sqlite3 *db, struct error *err);

#endif
