/* SPDX-License-Identifier: MIT
 * Where reference and dates are looked for: sentences, lines, and labels with the value that stands
 * in the next line or cell. For head.c and its neighbours alone.
 */
#ifndef CONCORD_LETTERS_HEAD_VIEW_H
#define CONCORD_LETTERS_HEAD_VIEW_H

#include "letters/state.h"

enum { DATE_BYTES = 16 };

/* Text to look into: a unit, a line of one, or a label with its value behind it. */
struct head_view {
    struct slice text; /* masked */
    const struct unit *unit;
    size_t place; /* of its first byte in the folded text */
    struct phrase_sight sight;
    size_t value_at, value_place; /* in a label's: where the value begins, here and folded */
};

struct head_views {
    struct head_view *items;
    size_t count, room;
};

/* In the order of the text. The arena of the state owns them. */
void head_views_find(const struct letter_state *state, struct head_views *ret);

size_t head_count_digits(struct slice text);

enum { MESSAGES_MAX = 64 };

/* When the message that answers was sent, and when the one that asked was, of a text that holds
 * both; "" in any other. An e-mail of the force that others are quoted below was sent when its own
 * header says: `sent`, else "". */
struct head_messages {
    struct found_value answered, asked, sent;
    struct letter_span dates[MESSAGES_MAX]; /* the lines of the headers that the text holds */
    size_t count;
};
void head_messages_find(const struct letter_state *state, struct head_messages *ret);

#endif
