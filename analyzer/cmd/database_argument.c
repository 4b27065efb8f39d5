/* SPDX-License-Identifier: MIT */
#include "cmd/database_argument.h"

error_t database_argument(int key, const char *value, const char **database,
                          struct argp_state *state)
{
    switch (key) {
    case ARGP_KEY_ARG:
        if (*database)
            argp_error(state, "Too many arguments: one AUDIT.db, not also \"%s\"", value);
        *database = value;
        return 0;
    case ARGP_KEY_END:
        if (!*database)
            argp_error(state, "AUDIT.db is needed");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}
