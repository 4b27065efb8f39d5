/* SPDX-License-Identifier: MIT
 * Why something cannot be read: one sentence for a person, with what to do. It never holds words of
 * the letter.
 */
#ifndef CONCORD_LETTERS_READING_UNREADABLE_H
#define CONCORD_LETTERS_READING_UNREADABLE_H

#include "base/error.h"

/* Sets *ret_reason, which the caller of the reader frees, unless it is set already. Always false,
 * so that a reader can write `return unreadable(...)`. */
bool unreadable(char **ret_reason, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
