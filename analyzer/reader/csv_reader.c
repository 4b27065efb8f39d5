/* SPDX-License-Identifier: MIT */
#include "reader/csv_reader.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "reader/encoding.h"
#include "reader/file_start.h"
#include "reader/row_parser.h"

#include <stdint.h>
#include <stdlib.h>

struct csv_reader {
    struct decoded file;
    struct windows1252 windows1252;
    struct row_parser parser;
    bool has_nul, has_lone_cr, counts_cr;
    size_t position;
    size_t next_lf;  /* of the first LF at or after position; the length: none */
    long line;       /* of position, from 1 */
    char *converted; /* a Windows-1252 row as UTF-8 */
    size_t converted_room;
    char *header_text;
    struct slice *header;
    size_t header_count;
    long header_line;
};

/* A row as it stands in the file, and what became of it. */
struct raw_row {
    struct slice bytes;
    long line;
    long last_line;
    enum { RAW_WHOLE, RAW_NOTHING, RAW_BAD_QUOTE, RAW_UNCLOSED, RAW_LARGE } state;
};

static size_t find_lf(const struct csv_reader *r, size_t from)
{
    struct slice text = r->file.text;
    const char *lf =
        from < text.length ? memchr(text.bytes + from, '\n', text.length - from) : NULL;
    return lf ? (size_t)(lf - text.bytes) : text.length;
}

/* One look at the whole file, so that rows of ordinary files need no more looks. */
static void survey(struct csv_reader *r)
{
    struct slice text = r->file.text;
    r->line = 1;
    r->next_lf = find_lf(r, 0);
    if (text.length == 0)
        return;
    r->has_nul = memchr(text.bytes, '\0', text.length) != NULL;
    const char *end = text.bytes + text.length;
    const char *cr = memchr(text.bytes, '\r', text.length);
    while (cr && !r->has_lone_cr) {
        r->has_lone_cr = cr + 1 == end || cr[1] != '\n';
        cr = memchr(cr + 1, '\r', (size_t)(end - cr - 1));
    }
    r->counts_cr = r->has_lone_cr && r->next_lf == text.length;
}

/* The physical line at the position, with its end: LF, CR LF or a lone CR. */
static struct slice line_here(struct csv_reader *r)
{
    struct slice text = r->file.text;
    if (r->next_lf < r->position)
        r->next_lf = find_lf(r, r->position);
    size_t end = r->next_lf < text.length ? r->next_lf + 1 : text.length;
    struct slice line = {text.bytes + r->position, end - r->position};
    if (!r->has_lone_cr)
        return line;
    const char *cr = memchr(line.bytes, '\r', line.length);
    bool is_pair = cr && cr + 1 < line.bytes + line.length && cr[1] == '\n';
    if (cr && !is_pair)
        line.length = (size_t)(cr - line.bytes) + 1;
    return line;
}

static void pass(struct csv_reader *r, struct slice line)
{
    char last = line.bytes[line.length - 1];
    r->position += line.length;
    if (last == '\n' || (last == '\r' && r->counts_cr))
        r->line++;
}

static bool is_at_end(const struct csv_reader *r)
{
    return r->position == r->file.text.length;
}

static void pass_blank_lines(struct csv_reader *r)
{
    struct slice text = r->file.text;
    while (!is_at_end(r)) {
        struct slice byte = {text.bytes + r->position, 1};
        if (byte.bytes[0] != '\n' && byte.bytes[0] != '\r')
            return;
        pass(r, byte);
    }
}

/* A row over the limit never goes through libcsv, whose buffer would grow. */
static void pass_large_row(struct csv_reader *r, size_t start, struct raw_row *raw)
{
    struct slice text = r->file.text;
    bool is_closed = false;
    size_t end =
        start + row_parser_skip(&r->parser, (struct slice){text.bytes + start, text.length - start},
                                &is_closed);
    while (r->position < end) {
        struct slice line = line_here(r);
        if (line.length > end - r->position)
            line.length = end - r->position;
        raw->last_line = r->line;
        pass(r, line);
    }
    raw->state = is_closed ? RAW_LARGE : RAW_UNCLOSED;
}

static void pass_row(struct csv_reader *r, size_t start, struct raw_row *raw)
{
    for (;;) {
        struct slice line = line_here(r);
        raw->last_line = r->line;
        if (r->position - start + line.length > ROW_BYTES_MAX) {
            pass_large_row(r, start, raw);
            return;
        }
        enum row_state state = row_parser_feed(&r->parser, line);
        pass(r, line);
        raw->state = state == ROW_WHOLE ? RAW_WHOLE : RAW_BAD_QUOTE;
        if (state != ROW_OPEN)
            return;
        if (!is_at_end(r))
            continue;
        state = row_parser_end(&r->parser);
        raw->state = state == ROW_WHOLE ? RAW_WHOLE : RAW_NOTHING;
        if (state == ROW_BAD_QUOTE)
            raw->state = RAW_UNCLOSED;
        return;
    }
}

/* The next row that is no blank line; false at the end. */
static bool take_row(struct csv_reader *r, struct raw_row *raw)
{
    for (;;) {
        pass_blank_lines(r);
        if (is_at_end(r))
            return false;
        size_t start = r->position;
        *raw = (struct raw_row){.line = r->line};
        pass_row(r, start, raw);
        raw->bytes = (struct slice){r->file.text.bytes + start, r->position - start};
        if (raw->state == RAW_WHOLE && r->parser.has_large_field)
            raw->state = RAW_LARGE;
        else if (raw->state != RAW_WHOLE)
            row_parser_reset(&r->parser);
        if (raw->state != RAW_NOTHING)
            return true;
    }
}

static size_t kept_fields(const struct row_parser *parser)
{
    return parser->count < COLUMNS_MAX ? parser->count : COLUMNS_MAX;
}

/* Turns the fields of a Windows-1252 row into UTF-8. False, and *ret_column the
 * field, where a byte is not defined. */
static bool convert_fields(struct csv_reader *r, int *ret_column)
{
    struct row_parser *parser = &r->parser;
    size_t wanted = parser->used * 3 + 1;
    if (wanted > r->converted_room) {
        free(r->converted);
        r->converted = memory_new(wanted, 1);
        r->converted_room = wanted;
    }
    char *out = r->converted;
    for (size_t i = 0; i < kept_fields(parser); i++) {
        ptrdiff_t length = windows1252_decode(&r->windows1252, parser->fields[i], out);
        *ret_column = (int)i;
        if (length < 0)
            return false;
        parser->fields[i] = (struct slice){out, (size_t)length};
        out += length;
    }
    return true;
}

static bool has_nul(struct slice s)
{
    return s.length && memchr(s.bytes, '\0', s.length);
}

static bool has_bad_sequence(struct slice s)
{
    return utf8_valid_length(s) != s.length;
}

/* The first field of which it is true, or -1. */
static int find_field(const struct row_parser *parser, bool (*is_bad)(struct slice))
{
    for (size_t i = 0; i < kept_fields(parser); i++)
        if (is_bad(parser->fields[i]))
            return (int)i;
    return -1;
}

static struct slice beginning_of(struct slice row)
{
    enum { SHOWN_BYTES = 200 };
    struct slice shown = slice_trim(row);
    if (shown.length > SHOWN_BYTES)
        shown.length = SHOWN_BYTES;
    return shown;
}

static void set_fault(struct csv_row *row, const char *code, int column, const char *suggestion)
{
    row->event = CSV_BAD_ROW;
    row->fault.code = code;
    row->fault.column = column;
    text_cut(row->fault.suggestion, sizeof row->fault.suggestion, "%s", suggestion);
    if (column >= 0 && row->fields)
        row->fault.value = row->fields[column];
}

static void fault_for_state(const struct raw_row *raw, struct csv_row *row)
{
    char *message = row->fault.message;
    size_t size = sizeof row->fault.message;
    if (raw->state == RAW_LARGE) {
        set_fault(row, "too-large", -1, "Look for a missing quote, or shorten the text.");
        text_cut(message, size, "the row is larger than %d MiB or a field of it than %d MiB",
                 ROW_BYTES_MAX >> 20, FIELD_BYTES_MAX >> 20);
    } else if (raw->state == RAW_UNCLOSED) {
        set_fault(row, "unclosed-quote", -1, "Close the quoted field with a quote.");
        text_cut(message, size,
                 "a quote in the row that begins on line %ld is never closed, so the row runs to "
                 "the end of the file",
                 raw->line);
    } else {
        set_fault(row, "bad-quote", -1,
                  "Quote the whole field, write each quote inside it twice, and leave no space "
                  "between a quote and the delimiter.");
        text_cut(message, size, "a quote on line %ld stands where none can be", raw->last_line);
    }
}

static void fault_for_encoding(struct csv_reader *r, int column, struct csv_row *row)
{
    set_fault(row, "invalid-encoding", column, "Save the file as UTF-8 and load it again.");
    bool is_windows = r->file.encoding == ENCODING_WINDOWS1252;
    text_cut(row->fault.message, sizeof row->fault.message,
             is_windows ? "the row has a byte that Windows-1252 does not define (the file is not "
                          "valid UTF-8)"
                        : "the row has bytes that are not valid %s",
             encoding_name(r->file.encoding));
}

/* Are all fields behind the last of the header empty? */
static bool ends_empty(const struct csv_reader *r)
{
    if (kept_fields(&r->parser) < r->parser.count)
        return false;
    for (size_t i = r->header_count; i < r->parser.count; i++)
        if (slice_trim(r->parser.fields[i]).length)
            return false;
    return true;
}

static void fault_for_count(const struct csv_reader *r, struct csv_row *row)
{
    const char *delimiter = file_start_delimiter_name(r->parser.delimiter);
    set_fault(row, "field-count", -1, "");
    text_cut(row->fault.message, sizeof row->fault.message,
             "the row has %zu field%s, the header has %zu", r->parser.count,
             r->parser.count == 1 ? "" : "s", r->header_count);
    bool has_more = r->parser.count > r->header_count;
    if (has_more && ends_empty(r))
        text_cut(row->fault.suggestion, sizeof row->fault.suggestion,
                 "Delete the empty cells at the end of the row.");
    else if (has_more)
        text_cut(row->fault.suggestion, sizeof row->fault.suggestion,
                 "Put quotes round a field that holds a %s.", delimiter);
    else
        text_cut(row->fault.suggestion, sizeof row->fault.suggestion,
                 "Add a %s for each missing field, also for empty ones.", delimiter);
}

/* Judges a row and fills the fault; true where its fields can be read. */
static bool judge(struct csv_reader *r, const struct raw_row *raw, struct csv_row *row)
{
    const struct row_parser *parser = &r->parser;
    int column = -1;
    if (r->has_nul && has_nul(raw->bytes)) {
        set_fault(row, "nul-byte", find_field(parser, has_nul),
                  "Remove the NUL byte; saving the file as UTF-8 text often does.");
        text_cut(row->fault.message, sizeof row->fault.message, "the row has a NUL byte");
        return false;
    }
    if (raw->state != RAW_WHOLE) {
        fault_for_state(raw, row);
        return false;
    }
    if (r->file.has_bad_bytes && has_bad_sequence(raw->bytes)) {
        fault_for_encoding(r, find_field(parser, has_bad_sequence), row);
        return false;
    }
    if (r->file.encoding == ENCODING_WINDOWS1252 && !convert_fields(r, &column)) {
        fault_for_encoding(r, column, row);
        return false;
    }
    return true;
}

static void describe_lines(const struct raw_row *raw, struct csv_row *row)
{
    row->last_line = raw->last_line;
    if (row->event == CSV_BAD_ROW && raw->last_line > raw->line)
        text_add(row->fault.message, sizeof row->fault.message, " (lines %ld to %ld)", raw->line,
                 raw->last_line);
}

static bool names_nothing(const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        if (slice_trim(row->fields[i]).length)
            return false;
    }
    return true;
}

/* False for a row of separators, which is as good as none. */
static bool fill_row(struct csv_reader *r, const struct raw_row *raw, struct csv_row *row)
{
    row->event = CSV_ROW;
    row->line = raw->line;
    row->count = kept_fields(&r->parser);
    row->fields = r->parser.fields;
    row->fault.value = (struct slice){"", 0};
    if (judge(r, raw, row) && names_nothing(row))
        return false;
    if (row->event == CSV_ROW && r->parser.count != r->header_count)
        fault_for_count(r, row);
    if (row->event == CSV_BAD_ROW && row->fault.value.length == 0)
        row->fault.value = beginning_of(raw->bytes);
    if (raw->last_line > raw->line && raw->state == RAW_WHOLE)
        row->swallowed =
            swallowed_lines(raw->bytes, raw->line,
                            &(struct swallowed_look){r->counts_cr ? '\r' : '\n',
                                                     (char)r->parser.delimiter, r->header_count});
    describe_lines(raw, row);
    return true;
}

void csv_reader_next(struct csv_reader *r, struct csv_row *row)
{
    struct raw_row raw;
    do {
        *row = (struct csv_row){.event = CSV_END, .line = r->line, .fault.column = -1};
        if (!take_row(r, &raw))
            return;
    } while (!fill_row(r, &raw, row));
}

static void keep_header(struct csv_reader *r, const struct csv_row *row)
{
    size_t bytes = 0;
    for (size_t i = 0; i < row->count; i++)
        bytes += row->fields[i].length;
    r->header_text = memory_new(bytes + 1, 1);
    r->header = memory_new(row->count, sizeof r->header[0]);
    r->header_count = row->count;
    char *at = r->header_text;
    for (size_t i = 0; i < row->count; i++) {
        struct slice field = row->fields[i];
        if (field.length)
            memcpy(at, field.bytes, field.length);
        r->header[i] = slice_trim((struct slice){at, field.length});
        at += field.length;
    }
}

static bool read_header_row(struct csv_reader *r, const char *name, struct csv_row *row,
                            struct error *err)
{
    struct raw_row raw;
    *row = (struct csv_row){.event = CSV_ROW, .fault.column = -1};
    if (!take_row(r, &raw))
        return file_start_is_missing(name, err);
    if (!file_start_is_text(name, raw.bytes, err))
        return false;
    if (raw.state == RAW_LARGE)
        return file_start_is_too_large(name, ROW_BYTES_MAX >> 20, err);
    if (!judge(r, &raw, row))
        return error_set(err, ERROR_INPUT, name, raw.line, row->fault.suggestion,
                         "the header row cannot be read: %s", row->fault.message);
    if (r->parser.count > COLUMNS_MAX)
        return error_set(err, ERROR_INPUT, name, raw.line, "Leave out columns that are not needed.",
                         "the header row has %zu columns; %d are the most", r->parser.count,
                         COLUMNS_MAX);
    r->header_line = raw.line;
    row->count = r->parser.count;
    row->fields = r->parser.fields;
    return true;
}

static bool read_header(struct csv_reader *r, const char *name, struct error *err)
{
    struct csv_row row;
    do {
        if (!read_header_row(r, name, &row, err))
            return false;
    } while (names_nothing(&row));
    keep_header(r, &row);
    return true;
}

static bool open_with(const char *name, struct slice bytes,
                      unsigned char (*tell)(struct slice text, size_t limit),
                      struct csv_reader **ret_reader, struct error *err)
{
    *ret_reader = NULL;
    if (!file_start_is_no_other_format(name, bytes, err))
        return false;
    struct csv_reader *r = memory_new(1, sizeof *r);
    encoding_decode(bytes, &r->file);
    if (r->file.encoding == ENCODING_WINDOWS1252)
        windows1252_init(&r->windows1252);
    survey(r);
    unsigned char delimiter;
    size_t separator_line = file_start_separator(r->file.text, &delimiter);
    if (separator_line)
        pass(r, (struct slice){r->file.text.bytes, separator_line});
    else
        delimiter = tell(r->file.text, ROW_BYTES_MAX);
    row_parser_init(&r->parser, delimiter);
    if (!read_header(r, name, err)) {
        csv_reader_free(r);
        return false;
    }
    *ret_reader = r;
    return true;
}

bool csv_reader_open(const char *name, struct slice bytes, struct csv_reader **ret_reader,
                     struct error *err)
{
    return open_with(name, bytes, file_start_delimiter, ret_reader, err);
}

bool csv_reader_open_rows(const char *name, struct slice bytes, struct csv_reader **ret_reader,
                          struct error *err)
{
    return open_with(name, bytes, file_start_delimiter_of_rows, ret_reader, err);
}

long csv_reader_header_line(const struct csv_reader *reader)
{
    return reader->header_line;
}

size_t csv_reader_header(const struct csv_reader *reader, const struct slice **ret_fields)
{
    *ret_fields = reader->header;
    return reader->header_count;
}

const char *csv_reader_encoding(const struct csv_reader *reader)
{
    return encoding_name(reader->file.encoding);
}

struct encoding_doubt csv_reader_doubt(const struct csv_reader *reader)
{
    return encoding_survey(&reader->file);
}

void csv_reader_free(struct csv_reader *reader)
{
    if (!reader)
        return;
    row_parser_done(&reader->parser);
    free(reader->file.owned);
    free(reader->converted);
    free(reader->header_text);
    free(reader->header);
    free(reader);
}

void csv_show_value(struct slice value, char *out, size_t size)
{
    utf8_show_blanks(value, out, size);
}
