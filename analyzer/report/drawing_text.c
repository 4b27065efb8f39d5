/* SPDX-License-Identifier: MIT */
#include "report/drawing_text.h"

#include <stdlib.h>
#include <utf8proc.h>

/* One character as gnuplot may have it. */
static int32_t harmless(int32_t c)
{
    if (c == '"')
        return '\'';
    if (c == '\\')
        return '/';
    if (c > 0xffff) /* emoji and the like: cairo fills the picture with them */
        return 0xfffd;
    switch ((int)utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return ' ';
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CS:
        return 0xfffd;
    default:
        return c;
    }
}

/* The next character and how many bytes it has; bytes that are no UTF-8 one by one. */
static size_t next_character(struct slice text, size_t at, int32_t *ret_character)
{
    utf8proc_int32_t c = -1;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text.bytes + at,
                                          (utf8proc_ssize_t)(text.length - at), &c);
    *ret_character = n > 0 ? harmless(c) : 0xfffd;
    return n > 0 ? (size_t)n : 1;
}

static void write_character(int32_t c, FILE *out)
{
    utf8proc_uint8_t bytes[4];
    fwrite(bytes, 1, (size_t)utf8proc_encode_char(c, bytes), out);
}

/* How many bytes from `at` on gnuplot may have as they are, in ASCII. */
static size_t plain_length(struct slice text, size_t at)
{
    size_t n = 0;
    for (; at + n < text.length; n++) {
        char c = text.bytes[at + n];
        if (c < ' ' || c > '~' || c == '"' || c == '\\' || c == '&')
            break;
    }
    return n;
}

static void write_text(struct slice text, FILE *out)
{
    for (size_t at = 0; at < text.length;) {
        size_t plain = plain_length(text, at);
        fwrite_unlocked(text.bytes + at, 1, plain, out);
        at += plain;
        if (at == text.length)
            return;
        int32_t c = 0;
        at += next_character(text, at, &c);
        write_character(c, out);
        /* gnuplot takes "&#" for the beginning of an entity of its own SVG. */
        if (c == '&' && at < text.length && text.bytes[at] == '#')
            putc(' ', out);
    }
}

void drawing_text_begin(sqlite3_stmt *rows, FILE *out)
{
    for (int i = 0; i < sqlite3_column_count(rows); i++)
        fprintf(out, "%s%s", i ? "\t" : "", sqlite3_column_name(rows, i));
    putc('\n', out);
}

void drawing_text_write_row(sqlite3_stmt *rows, FILE *out)
{
    int columns = sqlite3_column_count(rows);
    for (int i = 0; i < columns; i++) {
        if (i > 0)
            putc('\t', out);
        write_text(query_column(rows, i), out);
    }
    putc('\n', out);
}

bool drawing_text_write_outlines(sqlite3_stmt *rows, FILE *out, struct error *err)
{
    drawing_text_begin(rows, out);
    while (query_next(rows))
        if (sqlite3_column_type(rows, 0) == SQLITE_NULL)
            fputs("\n\n", out);
        else
            drawing_text_write_row(rows, out);
    return query_done(rows, err);
}

/* How many bytes of the text, less than a whole line's where a word would be cut, make
 * the next line. */
static size_t line_length(struct slice text, size_t columns)
{
    size_t at = 0, last_space = 0, used = 0;
    while (at < text.length && used < columns) {
        int32_t c = 0;
        size_t n = next_character(text, at, &c);
        if (c == ' ' && at > 0)
            last_space = at;
        at += n;
        used++;
    }
    if (at == text.length || text.bytes[at] == ' ')
        return at;
    return last_space > 0 ? last_space : at;
}

static struct slice rest_after(struct slice text, size_t length)
{
    return slice_trim((struct slice){text.bytes + length, text.length - length});
}

void drawing_text_write_lines(const char *text, size_t columns, int lines, FILE *out)
{
    struct slice rest = slice_trim(slice_of(text));
    for (int i = 0; i < lines; i++) {
        bool is_last = i == lines - 1;
        size_t length = line_length(rest, columns);
        bool cut = is_last && length < rest.length;
        if (cut)
            length = line_length(rest, columns - 1);
        putc('|', out);
        write_text((struct slice){rest.bytes, length}, out);
        fputs(cut ? "\u2026\n" : "\n", out);
        rest = rest_after(rest, length);
    }
}
