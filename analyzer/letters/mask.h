/* SPDX-License-Identifier: MIT
 * The folded text with names masked, byte for byte: @@@ the force that speaks, ### another force,
 * ~~~ the tool asked about. Patterns then need no names.
 */
#ifndef CONCORD_LETTERS_MASK_H
#define CONCORD_LETTERS_MASK_H

#include "base/dictionary.h"
#include "letters/folded.h"
#include "letters/letter_reader.h"

enum { MASK_OWN = '@', MASK_OTHER = '#', MASK_TOOL = '~' };

/* Names folded, kept from letter to letter. A zeroed one is empty. */
struct folded_names {
    struct arena arena;
    struct text_index index; /* of names as they are given, into items */
    struct slice *items;
    size_t count, room;
};

void folded_names_done(struct folded_names *names);

/* A copy of the folded text, in the arena, as long as that. */
char *mask_names(struct arena *arena, struct folded_names *names, const struct folded *folded,
                 const struct letter_context *context);

#endif
