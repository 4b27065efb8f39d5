/* SPDX-License-Identifier: MIT
 * The statements of the program by name. They stand in the .sql file beside the .c file that
 * uses them, each behind a line
 *     -- name: insert_unit
 * and ended by a semicolon, so that the sqlite3 shell can run them too. A name stands once in
 * the whole program. Rules (analyzer/rules/catalogue) have files and names of their own.
 */
#ifndef CONCORD_STORE_STATEMENTS_H
#define CONCORD_STORE_STATEMENTS_H

#include "base/slice.h"

/* Marks a literal as the name of a statement, where a table holds it: scripts/check-statements
 * looks for it. */
#define STATEMENT(name) name

struct statement {
    const char *name;
    const char *path; /* of its file, as in the repository */
    struct slice sql; /* from behind the line with its name to the next such line */
};

/* NULL where there is none. Lives as long as the process. */
const struct statement *statement_find(const char *name);

/* All of them, in the order of their names. Live as long as the process. */
const struct statement *statements_all(size_t *ret_count);

#endif
