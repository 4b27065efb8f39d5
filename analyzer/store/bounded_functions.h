/* SPDX-License-Identifier: MIT
 * instr(), replace() and trim() as SQLite has them, but that no call takes longer than the
 * length of its texts allows: SQLite's own may take as long as the product of two lengths, and
 * nothing can stop a function while it runs. The characters that trim() is to take away have at
 * most 100 bytes.
 */
#ifndef CONCORD_STORE_BOUNDED_FUNCTIONS_H
#define CONCORD_STORE_BOUNDED_FUNCTIONS_H

#include <sqlite3.h>

/* Cannot fail but for a fault of the program. */
void bounded_functions_register(sqlite3 *db);

#endif
