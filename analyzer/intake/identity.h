/* SPDX-License-Identifier: MIT
 * Rows of one file that say they are the same thing (SEMANTICS 4): identical
 * ones are duplicates, different ones a conflict. For the small files; the
 * responses are compared in held_responses.h.
 */
#ifndef CONCORD_INTAKE_IDENTITY_H
#define CONCORD_INTAKE_IDENTITY_H

#include "intake/header.h"
#include "intake/value.h"

/* A zeroed one is empty. */
struct identities {
    struct text_index keys; /* key columns -> index into rows */
    struct identity_row {
        char *text; /* all columns and what is carried, normalised; owned */
        size_t length;
        long line;
    } * rows; /* the first of each identity */
    size_t count, room;
    struct identity_text {
        char *bytes;
        size_t length, room;
    } whole, key; /* of the row at hand */
};

enum identity { IDENTITY_FIRST, IDENTITY_DUPLICATE, IDENTITY_CONFLICT };

/* Compares the row with the first of its identity, or keeps a copy of it where it is the first.
 * A duplicate is alike in every column and in what is carried (without spaces at its ends).
 * *ret_line is the line of the first, and is left alone where this is the first. */
enum identity identity_check(struct identities *all, const struct value_row *row,
                             const struct header *header, const struct csv_row *raw,
                             long *ret_line);

/* Leaves it empty. */
void identities_done(struct identities *all);

#endif
