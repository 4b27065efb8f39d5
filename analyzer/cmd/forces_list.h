/* SPDX-License-Identifier: MIT
 * `--forces whose.csv`: a list of files with whose letters they are, as an audit of letters writes
 * it to be filled in.
 */
#ifndef CONCORD_CMD_FORCES_LIST_H
#define CONCORD_CMD_FORCES_LIST_H

#include "classify/classification.h"

/* Tells the classification what the list says; lines without a force say nothing. The database
 * holds the forces. Errors: INPUT, with the line: no such file, no such columns, a force that is
 * none. */
MUST_CHECK bool forces_list_read(sqlite3 *db, const char *path, struct classification *c,
                                 struct error *err);

/* The identifier of the force so called, which the caller frees; name NULL: NULL. Errors: USAGE. */
MUST_CHECK bool forces_list_find(sqlite3 *db, const char *name, char **ret_id, struct error *err);

#endif
