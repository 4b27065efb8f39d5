/* SPDX-License-Identifier: MIT
 * Within this folder: what is advised today, and what each answer would do (analyzer/precheck), in
 * the tables of a dossier.
 */
#ifndef CONCORD_DOSSIER_ANSWERS_H
#define CONCORD_DOSSIER_ANSWERS_H

#include "base/error.h"

#include <sqlite3.h>

/* For the tools of the dossier at hand. `base` is a replayed audit (precheck_replay) of the same
 * database. Errors: OUTPUT. */
MUST_CHECK bool answers_add(sqlite3 *db, sqlite3 *base, struct error *err);

#endif
