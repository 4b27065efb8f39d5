/* SPDX-License-Identifier: MIT
 * Where the labels of the forces stand on a map, from the reference data.
 */
#ifndef CONCORD_GEOGRAPHY_BOUNDARY_LABELS_H
#define CONCORD_GEOGRAPHY_BOUNDARY_LABELS_H

#include "base/error.h"

#include <sqlite3.h>

/* Fills temp.boundary_label, which is empty, from label_points_bng.csv: forces
 * whose area code the file lacks get no row. Errors: as query_run. */
MUST_CHECK bool boundary_labels_store(sqlite3 *db, struct error *err);

#endif
