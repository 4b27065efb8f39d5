/* SPDX-License-Identifier: MIT
 * What a bag masks, and where: one object for all that goes into it, so that a name seen in one
 * letter is masked in notes, findings and the dossier too.
 */
#ifndef CONCORD_EVIDENCE_MASKING_H
#define CONCORD_EVIDENCE_MASKING_H

#include "classify/letter_masks.h"

#include <sqlite3.h>
#include <stdio.h>

struct masking {
    struct letter_masks *masks; /* NULL: nothing is masked */
    struct seen_names names;    /* of all letters of the bag */
    char *list;                 /* the rows of masked.csv so far */
    size_t length;
    FILE *out;
    size_t places;
};

/* Knows the names of forces, tools and references of the database, with temp.bag_response filled.
 * is_off: masks nothing. masking_done in every case. Errors: INPUT, as database_failed. */
MUST_CHECK bool masking_begin(sqlite3 *db, bool is_off, struct masking *ret, struct error *err);
void masking_done(struct masking *masking);

/* Keeps the names of persons in a letter, for all that is masked from then on. */
void masking_learn(struct masking *masking, struct slice text);

/* Where something stands in the bag, for masked.csv. */
struct masking_place {
    const char *file;  /* NULL: nobody lists it */
    size_t line;       /* on which the text begins, from 1 */
    const char *field; /* of a table; "" */
};

enum masking_depth {
    MASKING_WORDS,  /* words of any kind */
    MASKING_LETTER, /* a letter, whose own names count in part */
    MASKING_CODE    /* an identifier or an address, which may hold an e-mail address alone */
};

/* The text as the bag shows it; the caller frees. *ret_count (may be NULL): of masks. */
char *masking_apply(struct masking *masking, struct slice text, enum masking_depth depth,
                    const struct masking_place *place, size_t *ret_count);

/* What masked.csv says: valid until masking_done; nothing is masked afterwards. */
struct slice masking_list(struct masking *masking);

#endif
