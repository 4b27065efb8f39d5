/* SPDX-License-Identifier: MIT */
#include "cmd/finding_argument.h"

#include "base/utf8.h"

#include <strings.h>

/* What is looked for, and where its ids stand. */
struct wanted {
    const char *word, *where;
};

static bool find_row(sqlite3_stmt *row, const struct wanted *w, const char *database,
                     const char *id, struct error *err)
{
    query_bind_text(row, "id", slice_of(id));
    if (!query_next(row))
        return query_done(row, err) &&
               error_set(err, ERROR_USAGE, database, 0, w->where, "this audit has no %s \"%s\"",
                         w->word, SHOWN(id, 64));
    if (query_get_int(row, "is_ambiguous"))
        return error_set(err, ERROR_USAGE, database, 0, "Give more of the id.",
                         "more than one %s begins with \"%s\"", w->word, SHOWN(id, 64));
    return true;
}

bool finding_argument_find(sqlite3_stmt *finding, const char *database, const char *id,
                           struct error *err)
{
    static const struct wanted wanted = {
        .word = "finding", .where = "The ids stand in findings.csv and in the report."};
    return find_row(finding, &wanted, database, id, err);
}

bool finding_argument_is_matter(const char *id)
{
    return strncasecmp(id, "M-", 2) == 0;
}

bool finding_argument_find_matter(sqlite3_stmt *matter, const char *database, const char *id,
                                  struct error *err)
{
    static const struct wanted wanted = {
        .word = "matter",
        .where = "The ids of open matters stand in matters.csv and in the report."};
    return find_row(matter, &wanted, database, id, err);
}
