/* SPDX-License-Identifier: MIT
 * Cells where a force belongs that name no single one: the whole country, a region, several forces
 * at once, a collaboration, or the totals below a table. Names of the registry go first.
 */
#ifndef CONCORD_INTAKE_SINGLE_FORCE_H
#define CONCORD_INTAKE_SINGLE_FORCE_H

#include "intake/registry.h"

enum { SINGLE_FORCE_BYTES = 400 };

/* For a text that is no force of the registry: *ret_reason ("names two forces, ..."), to be put
 * behind the text, and what to do. False where nothing is known of it. `may_be_all`: the column
 * knows * for every force. */
bool single_force_lacks(const struct registry *r, struct slice text, bool may_be_all,
                        char ret_reason[SINGLE_FORCE_BYTES], char ret_advice[SINGLE_FORCE_BYTES]);

/* The forces that a text names, where it names nothing else: how many, at most `most`; 0 where
 * there is anything else in it, or but one part. One may stand twice. */
size_t single_force_several(const struct registry *r, struct slice text, int32_t *ret_numbers,
                            size_t most);

/* Is it *, in whatever width? */
bool single_force_is_all(struct slice text);

#endif
