/* SPDX-License-Identifier: MIT */
#include "rules/parties.h"

#include "store/database.h"

bool parties_settle(sqlite3 *db, struct error *err)
{
    return database_run_file(db, "analyzer/rules/parties.sql", err);
}
