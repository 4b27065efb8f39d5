/* SPDX-License-Identifier: MIT
 * The packs of tests/cases and tests/semantics, and the audit of a pack in memory, without the
 * program.
 */
#ifndef CONCORD_TESTS_UNIT_RULES_WORKED_PACKS_H
#define CONCORD_TESTS_UNIT_RULES_WORKED_PACKS_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

/* Their folders in byte order, cases first; found once, and kept. */
const char *const *worked_packs(int *ret_count);

enum { WORKED_PACK_DATE_BYTES = 16 };

/* The date after --as-of in the folder's args.txt, or NULL without one. */
const char *worked_pack_as_of(const char *folder, char out[WORKED_PACK_DATE_BYTES]);

/* What the numbers are worked out from: as an audit does by default, or with few repetitions, for
 * tests that look at something else. */
enum worked_pack_numbers { NUMBERS_IN_FULL, NUMBERS_IN_SHORT };

/* Loads, derives, measures and runs the rules; a failure fails the test. as_of NULL: from the
 * pack. The caller closes the database. */
sqlite3 *worked_pack_audit(const char *folder, const char *as_of, enum worked_pack_numbers numbers);

/* The two halves of it: the empty database, and what is done with it. */
sqlite3 *worked_pack_database(enum worked_pack_numbers numbers);
void worked_pack_audit_into(sqlite3 *db, const char *folder, const char *as_of);

/* Audits each of them, and fails where one of the queries about it has a row. */
void worked_packs_never(const char *const *queries, size_t count);

#endif
