/* SPDX-License-Identifier: MIT
 * What `concord audit` says at the end, for people.
 */
#ifndef CONCORD_CMD_AUDIT_SUMMARY_H
#define CONCORD_CMD_AUDIT_SUMMARY_H

#include "intake/load.h"

/* What was loaded, the findings by severity, and the five that matter most, which
 * output_write has chosen (`pack` is the path of it, for the next command; of letters that of the
 * pack made of them): call it after that, on the same connection. *ret_first is the first of them,
 * which the caller frees, or NULL. */
MUST_CHECK bool audit_summary_print(sqlite3 *db, const struct intake_result *loaded,
                                    const char *pack, FILE *out, char **ret_first,
                                    struct error *err);

#endif
