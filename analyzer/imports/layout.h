/* SPDX-License-Identifier: MIT
 * Which row of a table names its columns, which rows are titles, headings in between or totals, and
 * what the headings above a row say about it.
 */
#ifndef CONCORD_IMPORTS_LAYOUT_H
#define CONCORD_IMPORTS_LAYOUT_H

#include "imports/bodies.h"
#include "imports/mapping.h"
#include "imports/named_request.h"
#include "imports/profile_fit.h"
#include "imports/tool_words.h"

struct layout_given {
    const struct mapping *mapping;
    const struct profiles *others;
    struct bodies *bodies;
    struct tool_words *tools;
    struct pattern *request, *bare_request; /* of circulation numbers; the latter may be NULL */
};

/* Fills import_row, import_column and import_field from the tables of 1-sources.sql. Rows of a
 * table without a row of headings, and of one that another profile knows, are left out. Errors: of
 * the database. */
MUST_CHECK bool layout_find(sqlite3 *db, const struct layout_given *given, struct error *err);

#endif
