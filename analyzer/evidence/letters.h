/* SPDX-License-Identifier: MIT
 * The letters of a bag: their words as the audit has them, or, where it has not, as the pack has;
 * and the files of the pack themselves where nothing is masked.
 */
#ifndef CONCORD_EVIDENCE_LETTERS_H
#define CONCORD_EVIDENCE_LETTERS_H

#include "evidence/bag.h"
#include "evidence/custody.h"
#include "evidence/masking.h"

struct letters_order {
    sqlite3 *db;
    struct bag *bag;
    struct masking *masking;
    struct custody *custody;
    const char *pack; /* the pack that was audited; NULL: none was given */
};

/* What became of them, for people. */
struct letters_told {
    size_t rows, letters, originals; /* rows of which something is known; files of each kind */
    char *missing;                   /* a line each of those without words here: owned, "" */
    size_t missing_count;
};

/* Fills temp.bag_letter, teaches the masking their names, and writes them. letters_told_done in
 * every case. Errors: INPUT where the pack is not the one that was audited, OUTPUT. */
MUST_CHECK bool letters_write(const struct letters_order *order, struct letters_told *ret,
                              struct error *err);
void letters_told_done(struct letters_told *told);

#endif
