/* SPDX-License-Identifier: MIT
 * For statements that look at wordings:
 *     without_others(text)   the text of a letter without what the applicant or an earlier letter
 *                            says in it (clause 73); NULL of NULL
 */
#ifndef CONCORD_DERIVE_SPOKEN_FUNCTION_H
#define CONCORD_DERIVE_SPOKEN_FUNCTION_H

#include <sqlite3.h>

/* Registers it with a connection, until that is closed. The forces are those of its database when
 * it is first called. */
void spoken_function_register(sqlite3 *db);

#endif
