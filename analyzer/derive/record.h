/* SPDX-License-Identifier: MIT
 * The public record: which acknowledgement speaks for which force about which
 * tool (clauses 11, 13, 15), and its state on a day.
 */
#ifndef CONCORD_DERIVE_RECORD_H
#define CONCORD_DERIVE_RECORD_H

#include "derive/inputs.h"

enum level { LEVEL_OWN, LEVEL_COLLABORATION, LEVEL_THIRD_PARTY };

/* An acknowledgement that speaks for a force about a tool. */
struct record_entry {
    int32_t force_no, tool_no, acknowledgement_no;
    int8_t level;
    struct window in_force;
    struct date_interval published;
};

struct record {
    const struct record_entry *entries; /* by force, tool, acknowledgement */
    size_t count;
};

/* Writes the table acknowledgement_for. Free with record_done, also after an error: OUTPUT. */
MUST_CHECK bool record_build(const struct inputs *in, struct record *ret, struct error *err);
void record_done(struct record *r);

/* The entries of a force and tool, borrowed: *ret_count from *ret_first on. */
void record_find(const struct record *r, int32_t force_no, int32_t tool_no,
                 const struct record_entry **ret_first, size_t *ret_count);

/* Is an entry of that level in force on that day? */
enum certainty record_on_day(const struct record_entry *first, size_t count, enum level level,
                             int32_t day);

#endif
