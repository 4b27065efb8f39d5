/* SPDX-License-Identifier: MIT
 * Reads one CSV file (DATA.md, "Common rules") row by row with libcsv, with what
 * libcsv does not do: encodings, positions, field counts and limits. It knows
 * nothing of what the columns mean.
 */
#ifndef CONCORD_READER_CSV_READER_H
#define CONCORD_READER_CSV_READER_H

#include "base/error.h"
#include "base/slice.h"
#include "reader/encoding.h"
#include "reader/swallowed.h"

/* Limits: a field 1 MiB, a row 4 MiB, 512 columns; over it the row is rejected,
 * a header over it refuses the file. */
struct csv_reader;

enum csv_event {
    CSV_ROW,     /* a row whose fields can be read */
    CSV_BAD_ROW, /* a row that cannot be accepted: see fault */
    CSV_END,
};

/* Why a row is bad, in the words of rejects.csv. */
struct csv_fault {
    /* nul-byte, invalid-encoding, field-count, unclosed-quote, bad-quote, too-large */
    const char *code;
    int column;         /* index of the field concerned, or -1 */
    struct slice value; /* the offending field or the row's beginning; may hold any byte */
    char message[256];
    char suggestion[256];
};

struct csv_row {
    enum csv_event event;
    long line; /* of the row's first byte, from 1 */
    long last_line;
    struct swallowed swallowed;
    size_t count;
    /* Valid until the next call; of a good row UTF-8, without NUL, spaces as they are. */
    const struct slice *fields;
    struct csv_fault fault; /* where event is CSV_BAD_ROW */
};

/* Opens bytes that the caller keeps alive. `name` is for messages. Decides the
 * encoding (SEMANTICS 6, 42) and the delimiter (, ; | or tab, by the header, or by
 * a first line "sep=;"), and reads the header. Errors, kind INPUT: empty file (no header row), a
 * header over the limit, with a quote out of place, with control bytes (NUL) or not decodable,
 * another format by its first bytes. Two columns of one name are not its business. */
MUST_CHECK bool csv_reader_open(const char *name, struct slice bytes,
                                struct csv_reader **ret_reader, struct error *err);

/* The same of a file whose first row need not name the columns, since titles may stand above: the
 * delimiter is told by several lines. Rows of another number of fields are bad rows of code
 * field-count all the same; their fields can be read. */
MUST_CHECK bool csv_reader_open_rows(const char *name, struct slice bytes,
                                     struct csv_reader **ret_reader, struct error *err);

/* The header's fields as they stand (trimmed). Valid while the reader lives. */
size_t csv_reader_header(const struct csv_reader *reader, const struct slice **ret_fields);

/* The line on which it begins. */
long csv_reader_header_line(const struct csv_reader *reader);

/* "UTF-8", "UTF-16LE", "UTF-16BE" or "Windows-1252". */
const char *csv_reader_encoding(const struct csv_reader *reader);

/* What speaks for another encoding than the one that was decided. */
struct encoding_doubt csv_reader_doubt(const struct csv_reader *reader);

/* The next data row; blank lines and rows of separators are skipped. An unclosed quote gives one
 * bad row that names the line where it began and runs to the end of the file. A file that is not
 * UTF-8 throughout and has no BOM is Windows-1252; its undefined bytes 81 8D 8F 90 9D make a bad
 * row. */
void csv_reader_next(struct csv_reader *reader, struct csv_row *ret_row);

void csv_reader_free(struct csv_reader *reader);

/* Makes hostile bytes printable, as utf8_show_blanks does: other bytes than UTF-8 and
 * control characters as \xNN, what cannot be seen as U+XXXX, "..." where it does not fit. */
void csv_show_value(struct slice value, char *out, size_t size);

#endif
