/* SPDX-License-Identifier: MIT
 * A CSV or TSV file as rows of cells. Rows of any length are rows: what is above the columns is
 * often shorter.
 */
#include "imports/sources/readers.h"
#include "letters/reading/unreadable.h"
#include "reader/csv_reader.h"

static void write_cells(struct source_writer *w, long line, const struct slice *fields,
                        size_t count)
{
    source_begin_row(w, &(struct source_place){.line = line});
    for (size_t i = 0; i < count; i++)
        source_add_words(w, (int)i + 1, fields[i]);
}

/* What is left of a row that cannot be divided into cells stands in its first. */
static void write_fault(struct source_writer *w, const struct csv_row *row)
{
    enum { SHOWN_BYTES = 240 };
    char shown[SHOWN_BYTES];
    csv_show_value(row->fault.value, shown, sizeof shown);
    source_begin_row(w, &(struct source_place){.line = row->line});
    source_add_cell(w, 1,
                    &(struct source_cell){.words = slice_of(*shown ? shown : "(nothing to see)"),
                                          .kind = "error",
                                          .comment = row->fault.message});
    source_notice(w, row->line, row->fault.code, "%s: %s", row->fault.message,
                  row->fault.suggestion);
}

static void write_row(struct source_writer *w, const struct csv_row *row)
{
    bool has_cells = row->event == CSV_ROW || strcmp(row->fault.code, "field-count") == 0;
    if (has_cells)
        write_cells(w, row->line, row->fields, row->count);
    else
        write_fault(w, row);
    if (row->swallowed.first)
        source_notice(w, row->swallowed.first, "swallowed-rows",
                      "lines %ld to %ld stand inside one quoted field and look like rows of their "
                      "own: look for a stray quote on line %ld",
                      row->swallowed.first, row->swallowed.last, row->line);
}

static void tell_doubt(struct source_writer *w, const struct csv_reader *reader)
{
    struct encoding_doubt doubt = csv_reader_doubt(reader);
    if (doubt.not_utf8)
        source_notice(w, doubt.not_utf8, "encoding",
                      "the file is no UTF-8 and is read as Windows-1252: look at this line");
    if (doubt.twice)
        source_notice(w, doubt.twice, "encoding",
                      "letters of this line look as if they had been encoded twice");
    if (doubt.lost)
        source_notice(w, doubt.lost, "encoding", "letters of this line are lost (U+FFFD)");
}

bool source_read_csv(struct source_writer *w, const char *name, struct slice bytes,
                     char **ret_reason)
{
    struct error why = {0};
    struct csv_reader *reader;
    if (!csv_reader_open_rows(name, bytes, &reader, &why)) {
        if (why.line)
            return unreadable(ret_reason, "line %ld: %s: %s", why.line, why.what, why.next);
        return unreadable(ret_reason, "%s: %s", why.what, why.next);
    }
    const struct slice *first;
    size_t count = csv_reader_header(reader, &first);
    struct csv_row row;
    source_begin_table(w, &(struct source_table){0});
    write_cells(w, csv_reader_header_line(reader), first, count);
    for (csv_reader_next(reader, &row); row.event != CSV_END; csv_reader_next(reader, &row))
        write_row(w, &row);
    tell_doubt(w, reader);
    csv_reader_free(reader);
    return true;
}
