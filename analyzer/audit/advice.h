/* SPDX-License-Identifier: MIT
 * The advice that could speak for one answer, and why each row of it does or does not
 * (SEMANTICS 21).
 */
#ifndef CONCORD_AUDIT_ADVICE_H
#define CONCORD_AUDIT_ADVICE_H

#include "store/query.h"

/* A row is guidance_no, guidance_id, title, file, line, condition, used (2 in force in every
 * reading of the dates, 1 in some, 0 in none), in_force (the same as yes, possibly, no), is_used,
 * is_of_that_day (neither ended nor still to come; of both NULL says no), condition_met (yes,
 * possibly, no), what, why, needs (of the other limb: what would have to be public). What is in
 * force stands first. */
typedef void advice_visitor(sqlite3_stmt *advice, void *context);
MUST_CHECK bool advice_visit(sqlite3 *db, int64_t response_no, advice_visitor *visitor,
                             void *context, struct error *err);

#endif
