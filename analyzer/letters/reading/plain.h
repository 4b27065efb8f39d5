/* SPDX-License-Identifier: MIT
 * Bytes of a text file, or of a page, as text: UTF-8 by the project's decoding (SEMANTICS 6),
 * with '\n' ends of lines and without control characters.
 */
#ifndef CONCORD_LETTERS_READING_PLAIN_H
#define CONCORD_LETTERS_READING_PLAIN_H

#include "base/slice.h"
#include "letters/reading/writer.h"

#include <stdbool.h>

/* The text, with a NUL behind it, which the caller frees. False with the reason where the bytes
 * are no text in UTF-8, UTF-16 with its mark, or Windows-1252. */
bool plain_decode(struct slice bytes, char **ret_text, size_t *ret_length, char **ret_reason);

/* Text that is UTF-8 already but comes from another program: bytes that are none become U+FFFD.
 * The result has a NUL behind it; the caller frees. */
char *plain_clean(struct slice text, size_t *ret_length);

/* U+0080 to U+009F as Windows-1252 means them: pages say &#150; for a dash. False where there is
 * none; else a new text, which the caller frees. */
bool plain_mend_controls(struct slice text, char **ret_text, size_t *ret_length);

/* Writes text that plain_decode or plain_clean made; where a page begins (form feed, also the very
 * first) is added to *ret_pages, which the caller frees, unless that is NULL. */
void plain_write(struct letter_writer *w, struct slice text, size_t **ret_pages,
                 size_t *ret_page_count);

#endif
