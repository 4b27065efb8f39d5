/* SPDX-License-Identifier: MIT
 * What an outcome cell cites, and what it says beside that.
 */
#ifndef CONCORD_IMPORTS_OUTCOME_CELL_H
#define CONCORD_IMPORTS_OUTCOME_CELL_H

#include "base/arena.h"
#include "base/pattern.h"
#include "letters/exemption_table.h"

struct outcome_cell {
    struct arena arena;
    const char *rest;       /* folded, signs at its ends and between words as one space */
    const char *exemptions; /* "31(3); 24(2)" */
    /* How many are cited: in all; limbs of NCND; of the other limb; of a section that has both. */
    size_t cited, excusing, withholding, open;
    size_t costs; /* section 12 */
    size_t
        refusing_otherwise; /* of cost, vexatious or public already: no exemption that is weighed */
    bool is_all_s21, is_all_cost, is_all_vexatious, is_all_not_held;
    bool is_foisa_18; /* of Scotland's Act: neither confirmed nor denied, whatever stands beside it
                       */
};

/* The pattern finds what may be a citation. */
void outcome_cell_split(struct pattern *pattern, const struct exemption_table *table,
                        const char *text, enum act own, struct outcome_cell *ret);
/* Those that stand elsewhere too, in the column of exemptions. */
void outcome_cell_cite(const struct exemption_table *table, struct slice words, enum act own,
                       struct outcome_cell *cell);

#endif
