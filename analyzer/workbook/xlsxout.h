/* SPDX-License-Identifier: MIT
 * workbook.xlsx: the tables of an audit for people with a spreadsheet program. A cover with
 * the contents, notes, what the columns mean, and a sheet a table. What it says
 * beside the tables is in xlsxout.sql.
 */
#ifndef CONCORD_WORKBOOK_XLSXOUT_H
#define CONCORD_WORKBOOK_XLSXOUT_H

#include "store/query.h"

struct xlsxout_table {
    const char *name; /* of the sheet and of the CSV file */
    const char *statement;
    const char *title, *holds, *if_empty; /* the sheet in words; what to say where it is empty */
};

/* Writes a workbook with these tables. Its parts are made as unnamed files of temp_folder
 * (NULL: the usual place). Write errors of out stay in the stream: whoever closes it
 * checks. Errors: of the queries; OUTPUT where the parts could not be made whole. */
MUST_CHECK bool xlsxout_write(sqlite3 *db, const struct xlsxout_table *tables, size_t count,
                              const char *temp_folder, FILE *out, struct error *err);

#endif
