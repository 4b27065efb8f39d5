/* SPDX-License-Identifier: MIT
 * The forces or tools of an audit by any of their names, for what a user types.
 */
#ifndef CONCORD_AUDIT_KNOWN_NAMES_H
#define CONCORD_AUDIT_KNOWN_NAMES_H

#include "intake/names.h"
#include "store/database.h"

struct known_names {
    struct names names;
    char **shown;         /* by number less one */
    bool *is_territorial; /* the same; of forces */
    size_t count, shown_room, territorial_room;
};

/* Reads them with known_forces or known_tools; known_names_done in every case.
 * Errors: INPUT, where the numbers are not an audit's. */
MUST_CHECK bool known_names_load(sqlite3 *db, const char *statement, struct known_names *ret,
                                 struct error *err);
void known_names_done(struct known_names *known);

/* The number of the one so called; `what` ("force") is for the message. Errors: USAGE, with
 * the nearest names, or the first ones where none is near. */
MUST_CHECK bool known_names_find(struct known_names *known, const char *what, struct slice text,
                                 int32_t *ret_no, struct error *err);

/* The same for one tool. */
MUST_CHECK bool known_tool(sqlite3 *db, const char *text, int32_t *ret_no, struct error *err);

#endif
