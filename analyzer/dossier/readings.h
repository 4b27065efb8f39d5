/* SPDX-License-Identifier: MIT
 * Within this folder: the letters whose words are in the audit, read once more: where a reading
 * says something else than the row, that can be held against what rests on it.
 */
#ifndef CONCORD_DOSSIER_READINGS_H
#define CONCORD_DOSSIER_READINGS_H

#include "base/error.h"

#include <sqlite3.h>
#include <stdint.h>

/* Fills temp.dossier_reading for the letters of the dossier at hand. Errors: OUTPUT. */
MUST_CHECK bool readings_add(sqlite3 *db, int32_t force_no, struct error *err);

#endif
