/* SPDX-License-Identifier: MIT */
#include "cmd/finding_argument.h"

#include "base/utf8.h"

bool finding_argument_find(sqlite3_stmt *finding, const char *database, const char *id,
                           struct error *err)
{
    query_bind_text(finding, "id", slice_of(id));
    if (!query_next(finding))
        return query_done(finding, err) &&
               error_set(err, ERROR_USAGE, database, 0,
                         "The ids stand in findings.csv and in the report.",
                         "this audit has no finding \"%s\"", SHOWN(id, 64));
    if (query_get_int(finding, "is_ambiguous"))
        return error_set(err, ERROR_USAGE, database, 0, "Give more of the id.",
                         "more than one finding begins with \"%s\"", SHOWN(id, 64));
    return true;
}
