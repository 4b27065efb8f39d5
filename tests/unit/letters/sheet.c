/* SPDX-License-Identifier: MIT */
#include "sheet.h"

#include "support.h"

#include "reader/csv_reader.h"

#include <check.h>
#include <stdlib.h>

static void add_row(struct sheet *sheet, const struct csv_row *row, size_t *room)
{
    for (size_t i = 0; i < sheet->columns; i++) {
        size_t count = sheet->count * sheet->columns + i;
        sheet->cells = arena_grow(&sheet->arena, sheet->cells, count, room, sizeof *sheet->cells);
        sheet->cells[count] = arena_copy(&sheet->arena, row->fields[i]);
    }
    sheet->count++;
}

void sheet_open(struct sheet *sheet, const char *path)
{
    *sheet = (struct sheet){0};
    size_t size, room = 0;
    char *bytes = support_read_file(path, &size);
    struct csv_reader *reader;
    struct csv_row row;
    struct error err = {0};
    const struct slice *header;
    ck_assert_msg(csv_reader_open(path, (struct slice){bytes, size}, &reader, &err), "%s",
                  err.what);
    sheet->columns = csv_reader_header(reader, &header);
    sheet->header = arena_new(&sheet->arena, sheet->columns, sizeof *sheet->header);
    for (size_t i = 0; i < sheet->columns; i++)
        sheet->header[i] = arena_copy(&sheet->arena, header[i]);
    for (csv_reader_next(reader, &row); row.event != CSV_END; csv_reader_next(reader, &row)) {
        ck_assert_msg(row.event == CSV_ROW, "%s:%ld: %s", path, row.line, row.fault.message);
        add_row(sheet, &row, &room);
    }
    csv_reader_free(reader);
    free(bytes);
}

static size_t column_of(const struct sheet *sheet, const char *column)
{
    size_t i = 0;
    while (i < sheet->columns && strcmp(sheet->header[i], column) != 0)
        i++;
    return i;
}

bool sheet_has(const struct sheet *sheet, const char *column)
{
    return column_of(sheet, column) < sheet->columns;
}

const char *sheet_cell(const struct sheet *sheet, size_t row, const char *column)
{
    ck_assert_msg(sheet_has(sheet, column), "no column %s", column);
    return sheet->cells[row * sheet->columns + column_of(sheet, column)];
}

void sheet_close(struct sheet *sheet)
{
    arena_done(&sheet->arena);
}
