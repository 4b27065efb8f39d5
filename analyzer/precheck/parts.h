/* SPDX-License-Identifier: MIT
 * Within this folder: the parts of the page that say what is published and advised. Each returns
 * what the caller owns. Errors: of the database.
 */
#ifndef CONCORD_PRECHECK_PARTS_H
#define CONCORD_PRECHECK_PARTS_H

#include "precheck/bench.h"

/* Part 2, by the audit with the draft: who has acknowledged what on the day. */
MUST_CHECK bool part_record(const struct bench *b, sqlite3 *db, json_t **ret, struct error *err);

/* Part 3 for one row of the draft: the advice in force and the rows that are not. */
MUST_CHECK bool part_advice(const struct bench *b, sqlite3 *db, int64_t response_no, json_t **ret,
                            struct error *err);

/* Part 4: adds to `list` what the advice, the statute and the force's own letters ask of that row,
 * and what it does; without `is_judged` only what is asked. */
MUST_CHECK bool part_expected(const struct bench *b, sqlite3 *db, const json_t *advice,
                              const json_t *row, bool is_judged, json_t *list, struct error *err);

/* Part 6, by the pack alone. */
MUST_CHECK bool part_beside(const struct bench *b, json_t **ret, struct error *err);

/* Part 7: {before, after, too_few}. */
MUST_CHECK bool part_exposure(const struct bench *b, sqlite3 *db, json_t **ret, struct error *err);

/* Part 9: the files that were read. */
MUST_CHECK bool part_inputs(const struct bench *b, json_t **ret, struct error *err);

/* The draft's rows as the audit has them: response_no, question, position ... */
MUST_CHECK bool part_rows(const struct bench *b, sqlite3 *db, json_t **ret, struct error *err);

#endif
