/* SPDX-License-Identifier: MIT */
#include "report/csvout.h"

static bool needs_quotes(struct slice value)
{
    for (size_t i = 0; i < value.length; i++) {
        char c = value.bytes[i];
        if (c == ',' || c == '"' || c == '\n' || c == '\r')
            return true;
    }
    return false;
}

void csvout_write_field(FILE *out, struct slice value)
{
    if (!needs_quotes(value)) {
        fwrite_unlocked(value.bytes, 1, value.length, out);
        return;
    }
    putc_unlocked('"', out);
    for (size_t i = 0; i < value.length; i++) {
        if (value.bytes[i] == '"')
            putc_unlocked('"', out);
        putc_unlocked(value.bytes[i], out);
    }
    putc_unlocked('"', out);
}

static void end_field(FILE *out, int column, int columns)
{
    putc_unlocked(column + 1 < columns ? ',' : '\n', out);
}

static void write_marking(FILE *out, struct slice marking)
{
    if (marking.length == 0)
        return;
    csvout_write_field(out, marking);
    putc_unlocked('\n', out);
}

void csvout_begin(sqlite3_stmt *rows, struct slice marking, FILE *out)
{
    write_marking(out, marking);
    int columns = sqlite3_column_count(rows);
    for (int i = 0; i < columns; i++) {
        csvout_write_field(out, slice_of(sqlite3_column_name(rows, i)));
        end_field(out, i, columns);
    }
}

void csvout_write_row(sqlite3_stmt *rows, FILE *out)
{
    int columns = sqlite3_column_count(rows);
    for (int i = 0; i < columns; i++) {
        csvout_write_field(out, query_column(rows, i));
        end_field(out, i, columns);
    }
}

void csvout_end(struct slice marking, FILE *out)
{
    write_marking(out, marking);
}

bool csvout_write(sqlite3_stmt *rows, struct slice marking, FILE *out, struct error *err)
{
    csvout_begin(rows, marking, out);
    while (!ferror_unlocked(out) && query_next(rows))
        csvout_write_row(rows, out);
    csvout_end(marking, out);
    return query_done(rows, err);
}
