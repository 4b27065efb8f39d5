/* SPDX-License-Identifier: MIT
 * The advice that could speak for one answer, and why each row of it does or does not
 * (SEMANTICS 21).
 */
#ifndef CONCORD_AUDIT_ADVICE_H
#define CONCORD_AUDIT_ADVICE_H

#include "store/query.h"

/* A row is guidance_no, guidance_id, title, file, line, condition, own_certain and own_possible (an
 * acknowledgement of the force's own in every reading of the dates, in some), used (2 in force in
 * every reading, 1 in some, 0 in none), what, why. What is in force stands first. */
typedef void advice_visitor(sqlite3_stmt *advice, void *context);
MUST_CHECK bool advice_visit(sqlite3 *db, int64_t response_no, advice_visitor *visitor,
                             void *context, struct error *err);

#endif
