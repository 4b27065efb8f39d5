/* SPDX-License-Identifier: MIT
 * Within this folder: the draft, read.
 */
#ifndef CONCORD_PRECHECK_DRAFT_H
#define CONCORD_PRECHECK_DRAFT_H

#include "letters/reading/document.h"
#include "precheck/bench.h"

struct draft {
    struct letter_document document;
    const struct letter_part *part; /* of the document: the letter */
    char *masked;                   /* its text with spaces in the place of persons */
    char *other_force;              /* whose letterhead or sender it has; NULL: nobody else's */
    json_t *proposals;              /* rows of the readings as classify has them */
    json_t *rows[2]; /* for the audits A and B; B is NULL where there is one reading */
    bool is_decided; /* some decision was found */
};

/* Reads the letter of the options against the pack in b->base, tells the date, the day of receipt
 * and the stage, and settles the bench. Ended by draft_done, whatever comes of it. Errors: INPUT
 * where the letter cannot be read, has no text, or is several. */
MUST_CHECK bool draft_read(struct bench *b, struct draft *ret, struct error *err);
void draft_done(struct draft *d);

/* The readings as the document shows them; the caller owns the list. */
json_t *draft_readings(const struct bench *b, const struct draft *d);

/* The words by which a letter with two readings has them: {act, span, words}. Errors: of the
 * database. */
MUST_CHECK bool draft_turning_words(const struct bench *b, json_t **ret, struct error *err);

#endif
