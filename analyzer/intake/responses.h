/* SPDX-License-Identifier: MIT
 * What is special about responses.csv: its defaults, and duplicates among a
 * million rows. The steps of its plan (table.h). Errors: OUTPUT.
 */
#ifndef CONCORD_INTAKE_RESPONSES_H
#define CONCORD_INTAKE_RESPONSES_H

#include "intake/table.h"

void responses_start(struct table *t);
void responses_stop(struct table *t);
bool responses_check(struct table *t);
MUST_CHECK bool responses_identify(struct table *t, enum identity *ret, long *ret_line,
                                   struct error *err);
MUST_CHECK bool responses_after(struct table *t, int64_t row_no, struct error *err);
/* Stores them; those of a draft wait for the pack's (`drafted` of the intake). */
MUST_CHECK bool responses_finish(struct table *t, struct error *err);

/* At the end of a load, whatever came of it. */
void responses_drop_draft(struct intake *intake);

#endif
