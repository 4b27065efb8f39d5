/* SPDX-License-Identifier: MIT */
#include "cmd/finding_argument.h"

#include "base/utf8.h"

void finding_argument_take(char *value, const char **database, const char **finding,
                           struct argp_state *state)
{
    if (*finding)
        argp_error(state, "Too many arguments: one AUDIT.db and one FINDING, not also \"%s\"",
                   value);
    *(*database ? finding : database) = value;
}

void finding_argument_need(const char *finding, struct argp_state *state)
{
    if (!finding)
        argp_error(state, "AUDIT.db and FINDING are needed");
}

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
