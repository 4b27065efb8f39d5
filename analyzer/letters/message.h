/* SPDX-License-Identifier: MIT */
#ifndef CONCORD_LETTERS_MESSAGE_H
#define CONCORD_LETTERS_MESSAGE_H

#include "letters/state.h"

/* In a thread of messages, marks as quoted what somebody else than the force wrote. `masked` is the
 * folded text with the force's names as @@@. */
void messages_mark(struct arena *arena, const struct folded *folded, const char *masked,
                   struct unit_list *units);

/* Of a thread only the newest message that decides counts: acts of earlier ones are told of. */
void messages_settle(struct letter_state *state);

#endif
