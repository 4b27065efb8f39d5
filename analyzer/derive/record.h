/* SPDX-License-Identifier: MIT
 * The public record: which acknowledgement speaks for which force about which
 * tool (clauses 11, 13, 15), and its state on a day.
 */
#ifndef CONCORD_DERIVE_RECORD_H
#define CONCORD_DERIVE_RECORD_H

#include "derive/model.h"

/* Fills model.record and the table acknowledgement_for. */
MUST_CHECK bool record_build(struct model *m, struct error *err);

/* The entries of a force and tool, borrowed: *ret_count from *ret_first on. */
void record_find(const struct model *m, int32_t force_no, int32_t tool_no,
                 const struct record_entry **ret_first, size_t *ret_count);

/* Is an entry of that level in force on that day? */
enum certainty record_on_day(const struct record_entry *first, size_t count, enum level level,
                             int32_t day);

#endif
