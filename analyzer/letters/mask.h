/* SPDX-License-Identifier: MIT
 * The folded text with names masked, byte for byte: @@@ the force that speaks, ### another force,
 * ~~~ the tool asked about. Patterns then need no names.
 */
#ifndef CONCORD_LETTERS_MASK_H
#define CONCORD_LETTERS_MASK_H

#include "letters/folded.h"
#include "letters/letter_reader.h"

enum { MASK_OWN = '@', MASK_OTHER = '#', MASK_TOOL = '~' };

/* A copy of the folded text, in the arena, as long as that. */
char *mask_names(struct arena *arena, const struct folded *folded,
                 const struct letter_context *context);

#endif
