/* SPDX-License-Identifier: MIT
 * What the way a file is written makes doubtful, told once a file: its encoding, and rows that
 * a stray quote may have swallowed.
 */
#ifndef CONCORD_INTAKE_FILE_NOTES_H
#define CONCORD_INTAKE_FILE_NOTES_H

#include "intake/ledger.h"
#include "reader/csv_reader.h"

/* A zeroed one is empty. */
struct file_notes {
    int64_t swallowing;   /* rows with lines that look like rows */
    long line, last_line; /* of the first of them */
    struct swallowed swallowed;
};

void file_notes_row(struct file_notes *notes, const struct csv_row *row);

MUST_CHECK bool file_notes_tell_encoding(const struct csv_reader *reader,
                                         const struct account *account, struct error *err);
MUST_CHECK bool file_notes_tell_rows(const struct file_notes *notes, const struct account *account,
                                     struct error *err);

#endif
