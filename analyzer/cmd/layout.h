/* SPDX-License-Identifier: MIT
 * A file of the contract written again: its own columns in their places, and behind them those of
 * the contract that it lacks.
 */
#ifndef CONCORD_CMD_LAYOUT_H
#define CONCORD_CMD_LAYOUT_H

#include "intake/contract.h"
#include "reader/csv_reader.h"

#include <stdio.h>

enum { ALL_COLUMNS = ~0 };

/* Where each column of the contract stands. */
struct layout {
    const struct contract_file *contract;
    const struct slice *headings; /* of the file; the reader's */
    size_t heading_count;
    size_t place[CONTRACT_COLUMNS]; /* less than width, where it has one */
    size_t width;
    struct slice *cells; /* of the row being written; owned */
};

/* Of the columns that the file lacks those of the bits `added` get a place. Ended by layout_done.
 */
struct layout layout_of(const struct contract_file *contract, const struct csv_reader *reader,
                        unsigned added);
void layout_done(struct layout *l);

/* The cell of that column in a row of the file; empty where there is none. */
struct slice layout_cell(const struct layout *l, const struct csv_row *row, size_t column);

/* The cells of the file's row, and nothing behind them. */
void layout_take(struct layout *l, const struct slice *fields, size_t count);
/* A column that has no place is left out. */
void layout_set(struct layout *l, size_t column, struct slice value);

void layout_write_header(struct layout *l, FILE *out);
void layout_write(const struct layout *l, FILE *out);

#endif
