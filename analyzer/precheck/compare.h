/* SPDX-License-Identifier: MIT
 * Within this folder: the findings of an audit with the draft beside those without it.
 */
#ifndef CONCORD_PRECHECK_COMPARE_H
#define CONCORD_PRECHECK_COMPARE_H

#include "precheck/bench.h"

/* Copies what the pack alone gives into temporary tables of db. Errors: OUTPUT. */
MUST_CHECK bool compare_prepare(const struct bench *b, sqlite3 *db, struct error *err);

/* {"create": [], "resolve": [], "join": [], "change": [], "remain": {count, worst: []}}; the caller
 * owns it. Errors: of the database. */
MUST_CHECK bool compare_findings(const struct bench *b, sqlite3 *db, json_t **ret,
                                 struct error *err);

#endif
