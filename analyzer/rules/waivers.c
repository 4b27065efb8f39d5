/* SPDX-License-Identifier: MIT */
#include "rules/waivers.h"

#include "store/database.h"

bool waivers_apply(sqlite3 *db, struct error *err)
{
    return database_run_file(db, "analyzer/rules/waive.sql", err);
}
