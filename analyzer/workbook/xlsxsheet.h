/* SPDX-License-Identifier: MIT
 * A workbook as this program makes them, sheet by sheet, with libxlsxwriter (and the only
 * module that knows it). It follows the UK Government Analysis Function's guidance on
 * accessible spreadsheets: a title in A1, one marked-up table a sheet, nothing merged or
 * hidden, no formula. The first sheet is the cover.
 *
 *     xlsxbook_begin(&properties, path, temp_folder)
 *     xlsxsheet_begin(book, name, title)
 *         xlsxsheet_line ...    xlsxsheet_link ...
 *         xlsxsheet_column ...  xlsxsheet_cell ...     the table, if there is one
 *     ... (several sheets may be open at a time)
 *     xlsxbook_end(book, &written, err)
 */
#ifndef CONCORD_WORKBOOK_XLSXSHEET_H
#define CONCORD_WORKBOOK_XLSXSHEET_H

#include "base/error.h"
#include "base/slice.h"
#include "workbook/xlsxrecord.h"

struct xlsxbook;
struct xlsxsheet;

struct xlsxbook_properties {
    const char *title, *comments;
    const char *marking; /* at head and foot of each sheet and page, or empty */
    long long created;   /* seconds since 1970; 0 would be the clock */
};

/* What a column holds. Of TEXT everything is text; of the others what is no such value,
 * or more than a spreadsheet can do, stays text. SHEET: the name of a sheet, as a link. */
enum xlsxsheet_kind {
    XLSXSHEET_TEXT,
    XLSXSHEET_DATE,
    XLSXSHEET_LINK,
    XLSXSHEET_WHOLE,
    XLSXSHEET_DECIMAL,
    XLSXSHEET_NUMBER,
    XLSXSHEET_SHEET,
};

/* Rows that a table takes; the caller leaves the rest out, and says so. */
enum { XLSXSHEET_ROWS = 10000, XLSXSHEET_COLUMNS = 64 };

/* Texts are borrowed until xlsxbook_end. Parts are made as unnamed files of the folder
 * (NULL: the usual place for temporary files). */
struct xlsxbook *xlsxbook_begin(const struct xlsxbook_properties *properties, const char *path,
                                const char *temp_folder);

/* Writes the file; frees book and sheets in every case. Errors: OUTPUT, but that a part could
 * not be written whole shows only when the file is held against *ret_written (xlsxcheck.h). */
MUST_CHECK bool xlsxbook_end(struct xlsxbook *book, struct xlsxrecord *ret_written,
                             struct error *err);

/* A sheet with its title, and below it the marking. Names are ours: plain and short. */
struct xlsxsheet *xlsxsheet_begin(struct xlsxbook *book, const char *name, struct slice title);

/* A line of text in column A; in bold. */
void xlsxsheet_line(struct xlsxsheet *sheet, struct slice text);
void xlsxsheet_subtitle(struct xlsxsheet *sheet, struct slice text);
/* A line to be filled in later, for what is known only when the table is written. */
int xlsxsheet_reserve(struct xlsxsheet *sheet);
void xlsxsheet_fill(struct xlsxsheet *sheet, int line, struct slice text);
/* A line of links to sheets, from column A; the list ends with NULL. */
struct xlsxsheet_target {
    const char *sheet, *shown;
};
void xlsxsheet_links(struct xlsxsheet *sheet, const struct xlsxsheet_target *targets);

/* The next column of the table's header; all columns before the first cell. */
void xlsxsheet_column(struct xlsxsheet *sheet, struct slice name, enum xlsxsheet_kind kind);
/* The next cell of the table, row by row; empty is an empty cell. */
void xlsxsheet_cell(struct xlsxsheet *sheet, struct slice value);

#endif
