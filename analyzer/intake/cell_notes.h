/* SPDX-License-Identifier: MIT
 * What was noticed in the cells of accepted rows (enum value_note), counted by column and told
 * once a file; and of which columns most cells were refused.
 */
#ifndef CONCORD_INTAKE_CELL_NOTES_H
#define CONCORD_INTAKE_CELL_NOTES_H

#include "intake/header.h"
#include "intake/value.h"

enum { NOTED_BYTES = 64 };

/* A zeroed one is empty. */
struct cell_notes {
    struct column_notes {
        struct noted {
            long line; /* of the first row */
            int64_t rows;
        } short_years, turnable, formulas, first_days, no_values, no_addresses;
        char no_value[NOTED_BYTES], no_address[NOTED_BYTES]; /* the first, as it is shown */
        bool has_month_first; /* one was refused that is a date with the month first only */
        struct noted refused;
    } columns[CONTRACT_COLUMNS];
};

void cell_notes_count(struct cell_notes *notes, size_t column, unsigned of_value, long line,
                      struct slice cell);

/* A cell that was refused. */
void cell_notes_fault(struct cell_notes *notes, size_t column, const char *code, long line);

MUST_CHECK bool cell_notes_tell(const struct cell_notes *notes, const struct header *header,
                                const struct account *account, struct error *err);

#endif
