/* SPDX-License-Identifier: MIT
 * What was noticed in the cells of accepted rows (enum value_note), counted by column and told
 * once a file; and of which columns most cells were refused.
 */
#ifndef CONCORD_INTAKE_CELL_NOTES_H
#define CONCORD_INTAKE_CELL_NOTES_H

#include "intake/header.h"
#include "intake/value.h"

/* A zeroed one is empty. */
struct cell_notes {
    struct column_notes {
        struct noted {
            long line; /* of the first row */
            int64_t rows;
        } short_years, turnable, formulas, first_days;
        bool has_month_first; /* one was refused that is a date with the month first only */
        struct noted refused;
    } columns[CONTRACT_COLUMNS];
};

void cell_notes_count(struct cell_notes *notes, size_t column, unsigned of_value, long line);

/* A cell that was refused. */
void cell_notes_fault(struct cell_notes *notes, size_t column, const char *code, long line);

MUST_CHECK bool cell_notes_tell(const struct cell_notes *notes, const struct header *header,
                                const struct account *account, struct error *err);

#endif
