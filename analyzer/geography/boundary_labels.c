/* SPDX-License-Identifier: MIT */
#include "geography/boundary_labels.h"

#include "store/reference_rows.h"
#include "store/statements.h"

bool boundary_labels_store(sqlite3 *db, struct error *err)
{
    return reference_rows_run(db, STATEMENT("insert_label_of_area_code"),
                              "datasets/reference/label_points_bng.csv", err);
}
