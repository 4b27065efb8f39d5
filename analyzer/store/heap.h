/* SPDX-License-Identifier: MIT
 * The memory that SQLite takes, and a limit of it while statements run that are not ours. Sizes
 * are counted as SQLite asks for them, so that the same statement on the same data ends at the
 * same place on every machine. SQLite's own limit would need its count of memory, which costs an
 * eighth of a load, and looks at what the C library rounded the sizes to.
 */
#ifndef CONCORD_STORE_HEAP_H
#define CONCORD_STORE_HEAP_H

#include <stdbool.h>
#include <stdint.h>

/* Before SQLite is used at all; without it there is no limit. */
void heap_install(void);

/* From now on SQLite may take so many bytes beyond what it has: what would go over it fails
 * with SQLITE_NOMEM. 0: no limit. */
void heap_limit(int64_t bytes);

/* Has something failed since the last call of heap_limit? */
bool heap_limit_was_reached(void);

#endif
