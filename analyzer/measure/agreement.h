/* SPDX-License-Identifier: MIT
 * The tables of section 3 of RISK.md: unit_agreement, tool_agreement, tool_dispersion.
 */
#ifndef CONCORD_MEASURE_AGREEMENT_H
#define CONCORD_MEASURE_AGREEMENT_H

#include "measure/settings.h"

/* Errors: OUTPUT. */
MUST_CHECK bool measure_agreement(sqlite3 *db, const struct measure_settings *settings,
                                  struct error *err);

#endif
