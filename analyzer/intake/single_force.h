/* SPDX-License-Identifier: MIT
 * Cells where a force belongs that name no single one: the whole country, a region, several forces
 * at once, a collaboration, or the totals below a table. Names of the registry go first.
 */
#ifndef CONCORD_INTAKE_SINGLE_FORCE_H
#define CONCORD_INTAKE_SINGLE_FORCE_H

#include "domain/name.h"
#include "intake/registry.h"

enum { SINGLE_FORCE_BYTES = 400 };

/* For a text that is no force of the registry: *ret_reason ("names two forces, ..."), to be put
 * behind the text, and what to do. False where nothing is known of it. `may_be_all`: the column
 * knows * for every force. */
bool single_force_lacks(const struct registry *r, struct slice text, bool may_be_all,
                        char ret_reason[SINGLE_FORCE_BYTES], char ret_advice[SINGLE_FORCE_BYTES]);

/* One of the names in a cell of several: a force, or 0 for words that are no force's name. */
struct force_part {
    int32_t number;
    struct slice words; /* within `folded` */
};

enum { FORCE_PARTS_MAX = 64 };

struct force_parts {
    char folded[NAME_BYTES];
    struct force_part list[FORCE_PARTS_MAX];
    size_t count;
};

/* The names that a text lists, where at least two are of different forces and what is no force's
 * name holds none: "Kent, Essex and Wessx", but not "Kent, Essex and Surrey joint unit". False
 * where it lists no two. One may stand twice. */
bool single_force_parts(const struct registry *r, struct slice text, struct force_parts *ret);

/* Is it *, in whatever width? */
bool single_force_is_all(struct slice text);

#endif
