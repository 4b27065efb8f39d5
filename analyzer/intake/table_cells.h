/* SPDX-License-Identifier: MIT
 * The cells of the row at hand, from texts to values, with every fault of them.
 */
#ifndef CONCORD_INTAKE_TABLE_CELLS_H
#define CONCORD_INTAKE_TABLE_CELLS_H

#include "intake/table.h"

/* Reads every cell into t->row.values; false where the row has faults, which t->faults then has
 * all. */
bool table_read_cells(struct table *t);

/* Adds t->row.fault to those of the row, with the heading of its column where the file calls it
 * otherwise. Returns false. */
bool table_add_fault(struct table *t);

/* The index into cache->values of what that text was read as, or -1. */
int32_t table_find_value(const struct value_cache *cache, struct slice text);

#endif
