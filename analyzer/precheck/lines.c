/* SPDX-License-Identifier: MIT */
#include "precheck/lines.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static char *printable(const char *text)
{
    size_t size = strlen(text) * 8 + 16;
    char *shown = memory_new(size, 1);
    utf8_show(slice_of(text), shown, size);
    return shown;
}

/* How many bytes the first `columns` characters have, at most to the end. */
static size_t bytes_of(const char *text, size_t columns)
{
    size_t bytes = 0;
    for (; columns > 0 && text[bytes]; columns--)
        do
            bytes++;
        while (((unsigned char)text[bytes] & 0xc0) == 0x80);
    return bytes;
}

/* As many words as fit into the columns; *ret_next is where the next line begins. */
static struct slice take_line(const char *text, size_t columns, const char **ret_next)
{
    size_t most = bytes_of(text, columns), length = most;
    if (text[most] && text[most] != ' ') {
        while (length > 0 && text[length - 1] != ' ')
            length--;
        length = length ? length : most;
    }
    *ret_next = text + length + strspn(text + length, " ");
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return (struct slice){text, length};
}

static size_t columns_in(struct slice text)
{
    size_t columns = 0;
    for (size_t i = 0; i < text.length; i++)
        columns += ((unsigned char)text.bytes[i] & 0xc0) != 0x80;
    return columns;
}

static void print_spaces(FILE *out, size_t count)
{
    fprintf(out, "%*s", (int)count, "");
}

void lines_print(FILE *out, size_t indent, size_t hang, const char *format, ...)
{
    va_list arguments;
    char *text = NULL;
    va_start(arguments, format);
    if (vasprintf(&text, format, arguments) < 0)
        memory_exhausted();
    va_end(arguments);
    SCOPED_TEXT shown = printable(text);
    free(text);
    const char *rest = shown;
    size_t at = indent;
    do {
        struct slice line = take_line(rest, LINE_COLUMNS - at, &rest);
        print_spaces(out, line.length ? at : 0);
        fprintf(out, "%.*s\n", (int)line.length, line.bytes);
        at = hang;
    } while (*rest);
}

void lines_row(FILE *out, size_t indent, const struct lines_cell *cells, size_t count)
{
    char **shown = memory_new(count, sizeof *shown);
    const char **rest = memory_new(count, sizeof *rest);
    for (size_t i = 0; i < count; i++)
        rest[i] = shown[i] = printable(cells[i].text);
    for (bool has_more = true; has_more;) {
        size_t owed = indent;
        has_more = false;
        for (size_t i = 0; i < count; i++) {
            struct slice line = take_line(rest[i], cells[i].width - 1, &rest[i]);
            if (line.length)
                print_spaces(out, owed);
            fprintf(out, "%.*s", (int)line.length, line.bytes);
            owed = line.length ? cells[i].width - columns_in(line) : owed + cells[i].width;
            has_more |= *rest[i] != '\0';
        }
        putc('\n', out);
    }
    for (size_t i = 0; i < count; i++)
        free(shown[i]);
    free(shown);
    free(rest);
}
