/* SPDX-License-Identifier: MIT
 * Which field of a file is which column of the contract.
 */
#ifndef CONCORD_INTAKE_HEADER_H
#define CONCORD_INTAKE_HEADER_H

#include "intake/ledger.h"
#include "reader/csv_reader.h"

/* A column that the contract does not know, or an alias of one that is there under its own name:
 * carried into evidence. */
struct carried_column {
    size_t field; /* counted from 0 */
    char *name;   /* as it is shown, "column 3" where it has none; owned */
};

struct header {
    int fields[CONTRACT_COLUMNS]; /* by column of the contract, from 0; -1: the file lacks it */
    /* What the file calls it, as the reader holds it; empty where that is the contract's name. */
    struct slice aliases[CONTRACT_COLUMNS];
    struct carried_column *carried; /* in the order of the file; owned */
    size_t carried_count;
};

/* Reads the header row of a file and gives a notice ("unknown-column", "heading-alike") for each
 * column that is carried or only like one of the contract. Ended by header_done, also after an
 * error. Errors: INPUT, of the account's file, where needed columns are missing, all at once (then
 * the rows below have been looked at for the heading), or two columns mean one; OUTPUT. */
MUST_CHECK bool header_read(struct csv_reader *reader, struct account *account,
                            struct header *ret_header, struct error *err);

/* What messages call a column of the contract: "stance", or "stance (column "Outcome")" where the
 * file calls it otherwise. */
enum { COLUMN_CALLED_BYTES = 120 };
const char *header_call(const struct header *header, const struct contract_file *file,
                        size_t column, char out[COLUMN_CALLED_BYTES]);

/* Leaves it empty, so that it may be called again. */
void header_done(struct header *header);

#endif
