/* SPDX-License-Identifier: MIT
 * A letter that two forces send together (LETTERS 1, S15): what is said of the other one alone does
 * not count for the one it is read for.
 */
#ifndef CONCORD_LETTERS_JOINT_H
#define CONCORD_LETTERS_JOINT_H

#include "letters/state.h"

/* What both are called together ("both forces"), ended by NULL. */
extern const char *const joint_names[];

/* "Northmere" of "Northmere Police". */
struct slice joint_short_name(struct slice name);

/* Tells whose each act and citation is, and what "B does not" means behind "A holds it". Nothing
 * where the context names no partner. */
void joint_settle(struct letter_state *state);

/* Of two references at these places of the folded text, is the second the force's own? Names that
 * stand with them say so, else the order in which the letter names the two. */
bool joint_is_second_own(struct letter_state *state, size_t first, size_t second);

#endif
