/* SPDX-License-Identifier: MIT
 * Where a sentence of folded text ends.
 */
#ifndef CONCORD_LETTERS_SENTENCE_H
#define CONCORD_LETTERS_SENTENCE_H

#include "base/slice.h"

/* The bytes of the first sentence of the text, with its sign; all of it where there is one. */
size_t sentence_length(struct slice text);

#endif
