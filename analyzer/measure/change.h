/* SPDX-License-Identifier: MIT
 * The table of section 4 of RISK.md: change_test.
 */
#ifndef CONCORD_MEASURE_CHANGE_H
#define CONCORD_MEASURE_CHANGE_H

#include "measure/settings.h"

/* Errors: OUTPUT. */
MUST_CHECK bool measure_change(sqlite3 *db, const struct measure_settings *settings,
                               struct error *err);

#endif
