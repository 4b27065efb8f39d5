/* SPDX-License-Identifier: MIT
 * What a commitment applies to (SEMANTICS 57): tools as any row may write them, and uses_ai.
 */
#ifndef CONCORD_INTAKE_COMMITMENT_SCOPE_H
#define CONCORD_INTAKE_COMMITMENT_SCOPE_H

#include "intake/table.h"

/* The first item of a list that is a name of several tools; false: there is none. */
bool commitment_scope_ambiguity(const struct registry *r, struct slice list,
                                struct slice *ret_item);

/* Once all files are read, since tools that no file lists come with the rows that name them:
 * writes what each commitment applies to, and a notice for each item that is nothing. */
MUST_CHECK bool commitment_scope_store(struct intake *intake, struct error *err);

#endif
