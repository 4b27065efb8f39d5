/* SPDX-License-Identifier: MIT
 * libcsv, one row at a time: takes physical lines until a row is whole, and keeps
 * its fields in one buffer. It knows the limits, and no encoding.
 */
#ifndef CONCORD_READER_ROW_PARSER_H
#define CONCORD_READER_ROW_PARSER_H

#include "base/slice.h"

#include <csv.h>

enum {
    FIELD_BYTES_MAX = 1 << 20,
    ROW_BYTES_MAX = 4 << 20,
    COLUMNS_MAX = 512,
};

struct row_parser {
    struct csv_parser libcsv;
    unsigned char delimiter;
    char *buffer; /* the fields, one after the other */
    size_t used, room;
    struct slice *fields; /* COLUMNS_MAX; bytes are set when the row is whole */
    size_t count;         /* may pass COLUMNS_MAX, what is beyond is not kept */
    bool is_whole;
    bool has_large_field;
};

enum row_state {
    ROW_OPEN, /* a quoted field goes on, or nothing has begun */
    ROW_WHOLE,
    ROW_BAD_QUOTE,
};

void row_parser_init(struct row_parser *parser, unsigned char delimiter);
void row_parser_done(struct row_parser *parser);

/* Forgets what was fed since the last whole row. */
void row_parser_reset(struct row_parser *parser);

/* Feeds a line with its end; a row must not go over ROW_BYTES_MAX by it. */
enum row_state row_parser_feed(struct row_parser *parser, struct slice line);

/* The file ends: ROW_OPEN where nothing was left, ROW_BAD_QUOTE where a quote was. */
enum row_state row_parser_end(struct row_parser *parser);

/* Where the row that begins at text ends when libcsv cannot hold it: the bytes up
 * to and with its line end. *ret_is_closed is false where a quote stays open. */
size_t row_parser_skip(const struct row_parser *parser, struct slice text, bool *ret_is_closed);

#endif
