/* SPDX-License-Identifier: MIT
 * The numbers of an audit (RISK.md): reads what derive and the rules have written, lets
 * stats compute, and fills the tables of store/schema/5-numbers.sql. Every number keeps
 * its n, and its interval or the reason why there is none.
 */
#ifndef CONCORD_MEASURE_MEASURE_H
#define CONCORD_MEASURE_MEASURE_H

#include "measure/settings.h"

/* Stores the settings and measures exposure, which R01 reads: after derive_meaning, before
 * the rules. Errors: OUTPUT. */
MUST_CHECK bool measure_exposure(sqlite3 *db, const struct measure_options *options,
                                 struct error *err);

/* Complaint risk, corrections, agreement and change: after the rules and the waivers. Errors:
 * OUTPUT. */
MUST_CHECK bool measure_findings_and_answers(sqlite3 *db, struct error *err);

#endif
