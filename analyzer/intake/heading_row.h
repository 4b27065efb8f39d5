/* SPDX-License-Identifier: MIT
 * Rows that are no data but a heading: joined exports and tables of several pages have theirs in
 * the middle again, as the first or spelt otherwise, with the columns in its order or in another.
 */
#ifndef CONCORD_INTAKE_HEADING_ROW_H
#define CONCORD_INTAKE_HEADING_ROW_H

#include "intake/header.h"

/* The first heading of a file, and whether the row at hand stands below another one. */
struct heading_rows {
    const struct contract_file *contract; /* this and what follows are borrowed */
    const struct header *header;
    const struct slice *headings;
    size_t count;
    bool is_each_asked; /* no column of the file refuses a heading in its place */
    long other_line;    /* of a heading whose columns are not those of the first; 0: none */
};

/* The headings are as the reader has them. */
void heading_rows_begin(struct heading_rows *rows, const struct contract_file *contract,
                        const struct header *header, const struct slice *headings, size_t count);

/* Is the row no data: a heading, or below one whose columns stand in another order, or, of one that
 * is refused, a single cell? Then
 * *ret_fault says so. To be asked before the cells are read, and once more of a row that is
 * refused: only then are headings looked for that are spelt otherwise, in files that refuse them
 * anyway. */
bool heading_rows_judge(struct heading_rows *rows, const struct csv_row *row, bool is_refused,
                        struct row_fault *ret_fault);

#endif
