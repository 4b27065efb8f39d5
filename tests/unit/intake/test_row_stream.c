/* SPDX-License-Identifier: MIT
 * The rows that a thread reads ahead are those of the reader, good and bad, in their order.
 */
#include "intake/row_stream.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Around the size from which a file has a thread, and the rows of a batch. */
static const struct {
    int rows;
    size_t told_bytes; /* decides whether there is a thread */
} files[] = {{0, 100}, {1, 100}, {700, 1 << 20}, {20000, 100}, {20000, 1 << 20}};

enum { BAD_EVERY = 97 };

static char *write_rows(int rows, size_t *ret_size)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, ret_size);
    ck_assert_ptr_nonnull(out);
    fputs("a,b\n", out);
    for (int i = 0; i < rows; i++)
        fprintf(out, i % BAD_EVERY == 1 ? "%d\n" : "%d,the text of a row\n", i);
    ck_assert_int_eq(fclose(out), 0);
    return text;
}

static struct csv_reader *open_reader(const char *text, size_t size)
{
    struct error err = {0};
    struct csv_reader *reader = NULL;
    ck_assert_msg(csv_reader_open("x.csv", (struct slice){text, size}, &reader, &err), "%s",
                  err.what);
    return reader;
}

static void assert_row(const struct csv_row *row, int i)
{
    char number[16];
    snprintf(number, sizeof number, "%d", i);
    ck_assert_int_eq(row->line, i + 2);
    if (i % BAD_EVERY == 1) {
        ck_assert_int_eq(row->event, CSV_BAD_ROW);
        ck_assert_str_eq(row->fault.code, "field-count");
        return;
    }
    ck_assert_int_eq(row->event, CSV_ROW);
    ck_assert_uint_eq(row->count, 2);
    ck_assert(slice_is(row->fields[0], number) && slice_is(row->fields[1], "the text of a row"));
}

START_TEST(gives_the_rows_of_the_reader)
{
    size_t size = 0;
    char *text = write_rows(files[_i].rows, &size);
    struct csv_reader *reader = open_reader(text, size);
    struct row_stream *stream = row_stream_open(reader, files[_i].told_bytes);
    struct csv_row row;
    for (int i = 0; i < files[_i].rows; i++) {
        row_stream_next(stream, &row);
        assert_row(&row, i);
    }
    row_stream_next(stream, &row);
    ck_assert_int_eq(row.event, CSV_END);
    row_stream_close(stream);
    csv_reader_free(reader);
    free(text);
}
END_TEST

START_TEST(may_be_closed_before_the_end)
{
    size_t size = 0;
    char *text = write_rows(files[_i].rows, &size);
    struct csv_reader *reader = open_reader(text, size);
    struct row_stream *stream = row_stream_open(reader, files[_i].told_bytes);
    struct csv_row row;
    row_stream_next(stream, &row);
    row_stream_close(stream);
    csv_reader_free(reader);
    free(text);
}
END_TEST

Suite *suite_intake_row_stream(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/row_stream", &tcase);
    ADD_TABLE_TEST(tcase, gives_the_rows_of_the_reader, files);
    ADD_TABLE_TEST(tcase, may_be_closed_before_the_end, files);
    return suite;
}
