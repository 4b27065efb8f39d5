/* SPDX-License-Identifier: MIT
 * Who is meant by the words in a cell of an export: a force, a collaboration, a commissioner, a
 * body that is none of these, several at once. Nothing is guessed: what names nobody for certain is
 * unknown.
 */
#ifndef CONCORD_IMPORTS_BODIES_H
#define CONCORD_IMPORTS_BODIES_H

#include "classify/speakers.h"
#include "intake/registry.h"

enum body_kind {
    BODY_FORCE,
    BODY_COLLABORATION,
    BODY_COMMISSIONER, /* number: of the force, which may be 0 */
    BODY_OTHER,        /* advice: what it is */
    BODY_UNKNOWN,      /* the loader says what may be meant */
};

struct body {
    enum body_kind kind;
    int32_t number;
    const char *advice; /* lives as the bodies */
    struct slice words; /* of the cell */
    bool is_short;      /* known by a short form that no list has */
};

enum { BODIES_MAX = 64 };

/* The registry of a database in which the reference data stand, by all names. */
struct bodies {
    struct registry registry;
    struct speakers speakers;
};

MUST_CHECK bool bodies_open(sqlite3 *db, struct bodies *ret, struct error *err);
void bodies_close(struct bodies *b);

/* Fills up to BODIES_MAX; returns how many, none for an empty cell. `words` borrow from the text.
 */
size_t bodies_read(const struct bodies *b, struct slice text, struct body ret[BODIES_MAX]);

/* The force that a title or a heading names, or 0; and that whose site of the police an address
 * belongs to. */
int32_t bodies_of_title(struct bodies *b, struct slice title);
int32_t bodies_of_address(struct bodies *b, struct slice address);

/* "kent" */
struct slice bodies_force_id(const struct bodies *b, int32_t force_no);
struct slice bodies_collaboration_id(const struct bodies *b, int32_t collaboration_no);

#endif
