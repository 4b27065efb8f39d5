/* SPDX-License-Identifier: MIT
 * printf into a buffer of fixed size, where what happens to a text that does not fit is
 * chosen by name: a cut name, key or number would be another one. Paths never go through
 * such a buffer (base/memory.h, memory_print). scripts/lint lets nobody else call snprintf.
 */
#ifndef CONCORD_BASE_TEXT_H
#define CONCORD_BASE_TEXT_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/* What always fits: anything longer is a fault of the program. Returns its length. */
size_t text_fit(char *out, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Words for people: what does not fit is cut between characters, with "..." behind it.
 * `size` is at least 4. */
void text_cut(char *out, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void text_cut_list(char *out, size_t size, const char *format, va_list arguments)
    __attribute__((format(printf, 3, 0)));

/* The same behind what `out` holds. */
void text_add(char *out, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The word that goes with a number: "row" with 1, else "rows". */
const char *text_plural(int64_t n, const char *one, const char *many);

#endif
