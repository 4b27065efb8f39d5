/* SPDX-License-Identifier: MIT
 * Within this folder: the pack with a draft among its responses, audited in memory.
 */
#ifndef CONCORD_PRECHECK_RUN_H
#define CONCORD_PRECHECK_RUN_H

#include "precheck/bench.h"

/* A draft is a list of objects with the columns of responses.csv that a letter gives; question_id
 * "" is the whole letter. Opens *ret_db, which the caller closes with sqlite3_close_v2, whatever
 * comes of it; *ret_left_out: how many rows of the pack are the same letter. What of the draft the
 * intake does not take is left empty, with a notice. Errors: INPUT where it takes a row not at all;
 * OUTPUT. */
MUST_CHECK bool run_with_draft(struct bench *b, json_t *rows, sqlite3 **ret_db,
                               int64_t *ret_left_out, struct error *err);

#endif
