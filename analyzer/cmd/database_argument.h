/* SPDX-License-Identifier: MIT
 * The one argument of commands that read an audit: AUDIT.db.
 */
#ifndef CONCORD_CMD_DATABASE_ARGUMENT_H
#define CONCORD_CMD_DATABASE_ARGUMENT_H

#include <argp.h>

/* For ARGP_KEY_ARG and ARGP_KEY_END: takes the argument into *database (borrowed), and
 * ends the program with a message where there are two of them, or none. Other keys:
 * ARGP_ERR_UNKNOWN. */
error_t database_argument(int key, const char *value, const char **database,
                          struct argp_state *state);

#endif
