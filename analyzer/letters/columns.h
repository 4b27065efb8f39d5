/* SPDX-License-Identifier: MIT
 * A table whose two columns stand side by side in plain text, request left and reply right: its
 * cells one below the other, so that they are read as a person reads them (LETTERS 6.2).
 */
#ifndef CONCORD_LETTERS_COLUMNS_H
#define CONCORD_LETTERS_COLUMNS_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdint.h>

/* The text with such tables taken apart, and of each of its bytes, and of its end, where it stands
 * in the letter. False: there is none. */
bool columns_part(struct arena *arena, struct slice text, struct slice *ret_text,
                  uint32_t **ret_origins);

#endif
