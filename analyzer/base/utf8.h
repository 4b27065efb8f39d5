/* SPDX-License-Identifier: MIT
 * UTF-8 that comes from outside: is it valid, and how to show it to a person
 * without letting it drive the terminal or reorder the line.
 */
#ifndef CONCORD_BASE_UTF8_H
#define CONCORD_BASE_UTF8_H

#include "base/slice.h"

#include <stdint.h>

enum { UTF8_BYTES = 4 }; /* the most that a character has */

/* The length of the longest valid beginning: text.length where all is valid.
 * Overlong forms and surrogates are not valid; NUL is. Fast on ASCII. */
size_t utf8_valid_length(struct slice text);

/* How many bytes at the beginning are ASCII. */
size_t utf8_ascii_length(struct slice text);

/* The character at that byte, or -1 where there is no valid one, and how many bytes it
 * has (1 where it is none). */
size_t utf8_next(struct slice text, size_t at, int32_t *ret_character);

/* Can it not be seen, and yet move what stands around it: direction marks, embeddings,
 * overrides and isolates, line separators, the byte order mark, C1 controls, tags? */
bool utf8_is_deceptive(int32_t character);

/* Is there nothing to see of it: white space of every kind, joiners, the soft hyphen, the byte
 * order mark, fillers, direction marks, C1 controls? Of ASCII white space only. */
bool utf8_is_blank(int32_t character);

/* Copies text to out in printable form, NUL-terminated: bytes that are no UTF-8
 * and ASCII control characters as \xNN; other control characters, line
 * separators and characters that change the writing direction as U+XXXX; where
 * it does not fit in size bytes (at least 16), cut between characters, with "..." */
void utf8_show(struct slice text, char *out, size_t size);

/* The same of a value that is named in a message: blanks other than those of ASCII show as
 * U+XXXX too, since they may be what is wrong with it. */
void utf8_show_blanks(struct slice text, char *out, size_t size);

/* Writes the text with every kind of space as " " and without what else is blank to out, which
 * has room for its length. Returns the bytes written. ASCII stays as it is. */
size_t utf8_plain(struct slice text, char *out);

/* The same within a message: SHOWN(name, 60), in memory of the block around. */
const char *utf8_shown(const char *text, char *out, size_t size);
#define SHOWN(text, size) utf8_shown(text, (char[size]){""}, size)

#endif
