/* SPDX-License-Identifier: MIT */
#include "reader/row_parser.h"

#include "base/error.h"
#include "base/memory.h"

#include <stdlib.h>

/* Its own blocks of 128 bytes would make a long field slow. */
enum { BLOCK_BYTES = 32 << 10, FIRST_ROOM = 16 << 10 };

/* Spaces belong to the field (RFC 4180); libcsv would trim them. */
static int is_never_space(unsigned char c)
{
    (void)c;
    return 0;
}

static void start_libcsv(struct row_parser *parser)
{
    if (csv_init(&parser->libcsv, CSV_STRICT | CSV_STRICT_FINI) != 0)
        internal_fault("libcsv cannot be started");
    csv_set_delim(&parser->libcsv, parser->delimiter);
    csv_set_space_func(&parser->libcsv, is_never_space);
    csv_set_blk_size(&parser->libcsv, BLOCK_BYTES);
}

void row_parser_init(struct row_parser *parser, unsigned char delimiter)
{
    *parser = (struct row_parser){.delimiter = delimiter, .room = FIRST_ROOM};
    parser->buffer = memory_new(FIRST_ROOM, 1);
    parser->fields = memory_new(COLUMNS_MAX, sizeof parser->fields[0]);
    start_libcsv(parser);
}

void row_parser_done(struct row_parser *parser)
{
    if (!parser->buffer)
        return;
    csv_free(&parser->libcsv);
    free(parser->buffer);
    free(parser->fields);
    *parser = (struct row_parser){0};
}

static void forget_row(struct row_parser *parser)
{
    parser->used = parser->count = 0;
    parser->is_whole = parser->has_large_field = false;
}

void row_parser_reset(struct row_parser *parser)
{
    csv_free(&parser->libcsv);
    start_libcsv(parser);
    forget_row(parser);
}

static void make_room(struct row_parser *parser, size_t length)
{
    size_t wanted = parser->room;
    while (wanted < parser->used + length)
        wanted *= 2;
    parser->buffer = memory_resize(parser->buffer, wanted);
    parser->room = wanted;
}

static void take_field(void *bytes, size_t length, void *context)
{
    struct row_parser *parser = context;
    if (parser->count++ >= COLUMNS_MAX)
        return;
    if (length > FIELD_BYTES_MAX)
        parser->has_large_field = true;
    if (parser->used + length > parser->room)
        make_room(parser, length);
    if (length)
        memcpy(parser->buffer + parser->used, bytes, length);
    parser->used += length;
    parser->fields[parser->count - 1].length = length;
}

static void take_row_end(int byte, void *context)
{
    (void)byte;
    struct row_parser *parser = context;
    parser->is_whole = true;
}

/* Only now does the buffer stand still. */
static enum row_state finish(struct row_parser *parser)
{
    const char *at = parser->buffer;
    size_t kept = parser->count < COLUMNS_MAX ? parser->count : COLUMNS_MAX;
    for (size_t i = 0; i < kept; i++) {
        parser->fields[i].bytes = at;
        at += parser->fields[i].length;
    }
    return ROW_WHOLE;
}

enum row_state row_parser_feed(struct row_parser *parser, struct slice line)
{
    if (parser->is_whole)
        forget_row(parser);
    size_t taken =
        csv_parse(&parser->libcsv, line.bytes, line.length, take_field, take_row_end, parser);
    if (taken != line.length) {
        if (csv_error(&parser->libcsv) != CSV_EPARSE)
            internal_fault("libcsv: %s", csv_strerror(csv_error(&parser->libcsv)));
        return ROW_BAD_QUOTE;
    }
    return parser->is_whole ? finish(parser) : ROW_OPEN;
}

enum row_state row_parser_end(struct row_parser *parser)
{
    if (parser->is_whole)
        forget_row(parser);
    if (csv_fini(&parser->libcsv, take_field, take_row_end, parser) != 0)
        return ROW_BAD_QUOTE;
    return parser->is_whole ? finish(parser) : ROW_OPEN;
}

size_t row_parser_skip(const struct row_parser *parser, struct slice text, bool *ret_is_closed)
{
    bool is_quoted = false;
    char before = (char)parser->delimiter;
    size_t i = 0;
    for (; i < text.length; i++) {
        char c = text.bytes[i];
        bool may_open = before == (char)parser->delimiter || before == '"';
        if (c == '"')
            is_quoted = !is_quoted && may_open;
        else if (!is_quoted && (c == '\n' || c == '\r'))
            break;
        before = c;
    }
    *ret_is_closed = !is_quoted;
    if (i < text.length && text.bytes[i] == '\r')
        i++;
    if (i < text.length && text.bytes[i] == '\n')
        i++;
    return i;
}
