/* SPDX-License-Identifier: MIT
 * The coder's caveats: what a note says about how far a row can be relied upon.
 */
#ifndef CONCORD_RULES_CAVEATS_H
#define CONCORD_RULES_CAVEATS_H

#include "base/error.h"

#include <sqlite3.h>

/* Ends the message of a finding with the notes of its evidence where all of that carries a
 * caveat (a pattern of datasets/reference/caveats.csv). After all rules have run. Errors: OUTPUT.
 */
MUST_CHECK bool caveats_tell(sqlite3 *db, struct error *err);

#endif
