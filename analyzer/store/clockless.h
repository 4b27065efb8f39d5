/* SPDX-License-Identifier: MIT
 * The files of a connection without the machine's clock: what SQLite's date functions ask it for
 * 'now' fails, however a statement spells it. Neither do they learn the machine's time zone.
 */
#ifndef CONCORD_STORE_CLOCKLESS_H
#define CONCORD_STORE_CLOCKLESS_H

#include <stdbool.h>

/* The name of the VFS (static), for sqlite3_open_v2; NULL where it cannot be registered. */
const char *clockless_vfs(void);

/* Has a statement asked for the time since clockless_forget? Its date function gave NULL. */
bool clockless_was_asked(void);
void clockless_forget(void);

#endif
