/* SPDX-License-Identifier: MIT
 * Requests that rows give as digits alone, of which the last two are the year (SEMANTICS 2):
 * where that year is out of place, the number is something else, and people must judge.
 */
#ifndef CONCORD_INTAKE_BARE_NUMBERS_H
#define CONCORD_INTAKE_BARE_NUMBERS_H

#include "intake/ledger.h"
#include "intake/registry.h"

/* A zeroed one is empty. */
struct bare_numbers {
    struct bare_number {
        int32_t request_no;
        int64_t file_no;
        long line;
        char *written;
    } * list;
    size_t count, room;
};

/* A request that no file lists, first named by that row. */
void bare_numbers_add(struct bare_numbers *all, int32_t request_no, const struct account *account,
                      long line, struct slice written);

/* `latest_day`: of the pack, or NULL. */
MUST_CHECK bool bare_numbers_tell(const struct bare_numbers *all, const struct registry *r,
                                  const int32_t *latest_day, struct ledger *ledger,
                                  struct error *err);

void bare_numbers_done(struct bare_numbers *all);

#endif
