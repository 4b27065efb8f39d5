/* SPDX-License-Identifier: MIT
 * When an answer is due: the 20th working day after receipt (s10 of both Acts).
 */
#ifndef CONCORD_DERIVE_DEADLINE_H
#define CONCORD_DERIVE_DEADLINE_H

#include "derive/inputs.h"

/* For each end of the receipt; false outside the years of the calendar. */
bool deadline_of(const struct inputs *in, int32_t force_no, struct date_interval received,
                 struct date_interval *ret_due);

#endif
