/* SPDX-License-Identifier: MIT */
#include "rules/caveats.h"

#include "store/database.h"
#include "store/reference_rows.h"
#include "store/statements.h"

static bool has_notes(sqlite3 *db, bool *ret_has, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "has_notes");
    *ret_has = query_next(s) && query_get_int(s, "has_notes");
    return query_done(s, err);
}

bool caveats_tell(sqlite3 *db, struct error *err)
{
    bool has = false;
    if (!has_notes(db, &has, err))
        return false;
    return !has || (reference_rows_run(db, STATEMENT("insert_caveat_pattern"),
                                       "datasets/reference/caveats.csv", err) &&
                    database_run_file(db, "analyzer/rules/caveats_tell.sql", err));
}
