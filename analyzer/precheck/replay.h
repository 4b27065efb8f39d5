/* SPDX-License-Identifier: MIT
 * Within this folder: an audit that is done, audited anew from the facts in its database, without
 * its pack: as it is, and with one hypothetical answer among them.
 */
#ifndef CONCORD_PRECHECK_REPLAY_H
#define CONCORD_PRECHECK_REPLAY_H

#include "precheck/bench.h"

/* For b->base, a replayed audit: its facts and the row of the answer, whose columns are those of a
 * draft (run.h), without what was made of them. Opens *ret_db, in an open transaction, which the
 * caller closes. *ret_left_out: how many rows are the same letter. Errors: OUTPUT. */
MUST_CHECK bool replay_with_answer(const struct bench *b, const json_t *row, sqlite3 **ret_db,
                                   int64_t *ret_left_out, struct error *err);

#endif
