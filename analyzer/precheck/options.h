/* SPDX-License-Identifier: MIT
 * Within this folder: the table of `concord advise`.
 */
#ifndef CONCORD_PRECHECK_OPTIONS_H
#define CONCORD_PRECHECK_OPTIONS_H

#include "precheck/bench.h"

/* The day of the options, or the pack's as-of. */
MUST_CHECK bool options_settle(struct bench *b, struct error *err);

/* Fills `options` of the document: each is a run with a plain hypothetical answer. `db` is the
 * audit with an answer that takes no position. */
MUST_CHECK bool options_add(struct bench *b, json_t *document, sqlite3 *db, struct error *err);

#endif
