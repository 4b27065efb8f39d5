/* SPDX-License-Identifier: MIT
 * A new pack from letters that were read: those of a pack, whose other files go with it, or those
 * of files.
 */
#ifndef CONCORD_CMD_NEW_PACK_H
#define CONCORD_CMD_NEW_PACK_H

#include "cmd/new_rows.h"
#include "report/outdir.h"

/* responses.csv and letters/, and of a pack all its other files, byte for byte, into the folder
 * `at` of the output ("pack/"; "": the output itself); differences.csv where there are any. pack
 * NULL: the letters are from files. Fills *ret_counts. Errors: INPUT, OUTPUT. */
MUST_CHECK bool new_pack_write(sqlite3 *db, const char *pack, struct outdir *o, const char *at,
                               struct new_row_counts *ret_counts, struct error *err);

/* proposals.csv, unreadable.csv and whose.csv, the latter two where there is something in them:
 * what is left for a person. */
MUST_CHECK bool new_pack_write_lists(sqlite3 *db, struct outdir *o, struct error *err);

/* A statement as a file of the folder. */
MUST_CHECK bool new_pack_write_table(sqlite3_stmt *rows, struct outdir *o, const char *name,
                                     struct error *err);

#endif
