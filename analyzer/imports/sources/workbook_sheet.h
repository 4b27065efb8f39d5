/* SPDX-License-Identifier: MIT
 * One sheet of a workbook as cells, with what hangs on them elsewhere in the archive: links,
 * comments, and the cells that a merged one covers.
 */
#ifndef CONCORD_IMPORTS_SOURCES_WORKBOOK_SHEET_H
#define CONCORD_IMPORTS_SOURCES_WORKBOOK_SHEET_H

#include "imports/sources/workbook_styles.h"

struct workbook {
    struct archive *archive;
    struct arena arena;
    struct slice *strings;
    size_t string_count;
    struct workbook_styles styles;
};

struct sheet_cell {
    int row, column; /* from 1 */
    struct slice words;
    const char *kind, *link, *comment; /* as of source_cell */
    bool is_filled;
};

struct sheet_span {
    int first, last;
};

struct sheet {
    struct sheet_cell *cells; /* in order of rows and columns, each place once */
    size_t count, room;
    struct sheet_span *hidden_rows, *hidden_columns; /* in order */
    size_t hidden_row_count, hidden_row_room, hidden_column_count, hidden_column_room;
    size_t words;     /* bytes in all */
    int valueless;    /* cells with a formula and without a value */
    int valueless_at; /* the row of the first */
};

/* "B7" is 2, 7. False where it is none, or beyond what a sheet can have. */
bool sheet_place(const char *text, int *ret_column, int *ret_row);

/* "B", "AA"; for words of people. */
enum { SHEET_COLUMN_BYTES = 8 };
const char *sheet_column_name(int column, char out[SHEET_COLUMN_BYTES]);

bool sheet_is_in(const struct sheet_span *spans, size_t count, int number);

/* The sheet of that part; ended by sheet_done. Its texts live as long as the workbook's arena. */
bool sheet_read(struct workbook *book, const char *part, struct sheet *ret_sheet,
                char **ret_reason);
void sheet_done(struct sheet *sheet);

/* The steps of sheet_read, for its own files. */
/* `sorted`: how many of the cells are in order; what was added since is not looked at. */
struct sheet_cell *sheet_find(struct sheet *sheet, size_t sorted, int row, int column);
struct sheet_cell *sheet_add(struct sheet *sheet, const struct sheet_cell *cell);
void sheet_sort(struct sheet *sheet);
bool sheet_read_cells(const struct workbook *book, struct arena *arena, const xmlNode *root,
                      struct sheet *sheet, char **ret_reason);
bool sheet_read_extras(struct workbook *book, const char *part, const xmlNode *root,
                       struct sheet *sheet, char **ret_reason);

#endif
