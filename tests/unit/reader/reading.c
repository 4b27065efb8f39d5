/* SPDX-License-Identifier: MIT */
#include "reader/reading.h"

#include "reader/csv_reader.h"

#include <check.h>
#include <stdlib.h>

static void write_fields(FILE *out, const struct slice *fields, size_t count)
{
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s%.*s", i ? "|" : "", (int)fields[i].length, fields[i].bytes);
}

static void write_row(FILE *out, const struct csv_row *row)
{
    if (row->event == CSV_ROW) {
        fprintf(out, " %ld:", row->line);
        write_fields(out, row->fields, row->count);
        return;
    }
    ck_assert_int_ne(row->fault.message[0], '\0');
    ck_assert_int_ne(row->fault.suggestion[0], '\0');
    fprintf(out, " %ld!%s", row->line, row->fault.code);
    if (row->fault.column >= 0)
        fprintf(out, "@%d", row->fault.column);
}

char *reading_of(struct slice file)
{
    struct csv_reader *reader = NULL;
    struct error err = {0};
    ck_assert_msg(csv_reader_open("x.csv", file, &reader, &err), "%s", err.what);
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    ck_assert_ptr_nonnull(out);
    const struct slice *header;
    size_t count = csv_reader_header(reader, &header);
    write_fields(out, header, count);
    struct csv_row row;
    for (csv_reader_next(reader, &row); row.event != CSV_END; csv_reader_next(reader, &row))
        write_row(out, &row);
    csv_reader_next(reader, &row);
    ck_assert_int_eq(row.event, CSV_END);
    fclose(out);
    csv_reader_free(reader);
    return text;
}

/* The file is copied to a block of its own size, so that the sanitizer sees any
 * read beyond it. */
void assert_reading(struct slice file, const char *expected)
{
    char *copy = malloc(file.length ? file.length : 1);
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, file.bytes, file.length);
    char *text = reading_of((struct slice){copy, file.length});
    ck_assert_str_eq(text, expected);
    free(text);
    free(copy);
}
