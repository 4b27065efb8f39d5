/* SPDX-License-Identifier: MIT
 * Which field of a file is which column of the contract.
 */
#ifndef CONCORD_INTAKE_HEADER_H
#define CONCORD_INTAKE_HEADER_H

#include "intake/ledger.h"
#include "reader/csv_reader.h"

/* A column that the contract does not know: carried into evidence. */
struct carried_column {
    size_t field;
    char *name; /* as it is shown; owned */
};

struct header {
    int fields[CONTRACT_COLUMNS]; /* by column of the contract; -1: the file lacks it */
    /* What the file calls it, as the reader holds it; empty where that is the contract's name. */
    struct slice aliases[CONTRACT_COLUMNS];
    struct carried_column *carried;
    size_t carried_count;
};

/* Reads the header row of a file and gives a notice for each column that is unknown or only
 * like one of the contract. Errors, kind INPUT: missing required columns, all at once (then the
 * rows below have been looked at for the heading), two columns of one meaning. */
MUST_CHECK bool header_read(struct csv_reader *reader, struct account *account,
                            struct header *ret_header, struct error *err);

void header_done(struct header *header);

#endif
