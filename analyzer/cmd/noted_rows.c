/* SPDX-License-Identifier: MIT */
#include "cmd/noted_rows.h"

#include "store/query.h"
#include "store/statements.h"

static bool add(sqlite3 *db, const char *statement, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, statement);
    return query_run(s, err);
}

bool noted_rows_to_review(sqlite3 *db, struct error *err)
{
    return add(db, STATEMENT("add_noted_rows_to_review"), err);
}

bool noted_rows_decided(sqlite3 *db, struct error *err)
{
    return add(db, STATEMENT("add_noted_rows_decided"), err);
}
