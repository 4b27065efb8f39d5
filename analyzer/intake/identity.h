/* SPDX-License-Identifier: MIT
 * Rows of one file that say they are the same thing (SEMANTICS 4): identical
 * ones are duplicates, different ones a conflict. For the small files; the
 * responses are compared in the database.
 */
#ifndef CONCORD_INTAKE_IDENTITY_H
#define CONCORD_INTAKE_IDENTITY_H

#include "intake/header.h"
#include "intake/value.h"

/* A zeroed one is empty. */
struct identities {
    struct text_index keys; /* key columns -> index into rows */
    struct identity_row {
        char *text; /* all columns, normalised */
        size_t length;
        long line;
    } * rows;
    size_t count, room;
};

enum identity { IDENTITY_FIRST, IDENTITY_DUPLICATE, IDENTITY_CONFLICT };

/* Compares the row with the one of its identity and keeps it where it is the
 * first. *ret_line is the line of the other one. */
enum identity identity_check(struct identities *all, const struct value_row *row,
                             const struct header *header, const struct csv_row *raw,
                             long *ret_line);

void identities_done(struct identities *all);

#endif
