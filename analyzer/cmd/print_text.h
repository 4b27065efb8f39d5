/* SPDX-License-Identifier: MIT
 * Words of a result, on stdout.
 */
#ifndef CONCORD_CMD_PRINT_TEXT_H
#define CONCORD_CMD_PRINT_TEXT_H

#include "base/slice.h"
#include "base/terminal.h"

/* A text of the database, which has a NUL behind it, made printable. */
static inline void print_text(struct slice text)
{
    terminal_print(stdout, text.bytes);
}

#endif
