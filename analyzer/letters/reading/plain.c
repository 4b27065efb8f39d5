/* SPDX-License-Identifier: MIT */
#include "letters/reading/plain.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "letters/reading/unreadable.h"
#include "reader/encoding.h"

#include <stdlib.h>

enum { CONTROL_SHARE = 100 }; /* one control character in so many bytes, and it is no text */

static const char how[] = "save it as text in UTF-8";

/* NEL and the separators of lines and paragraphs: their length in bytes, else 0. */
static size_t odd_line_end(const char *at, size_t left)
{
    if (left >= 2 && memcmp(at, "\xc2\x85", 2) == 0)
        return 2;
    bool is_separator =
        left >= 3 && (memcmp(at, "\xe2\x80\xa8", 3) == 0 || memcmp(at, "\xe2\x80\xa9", 3) == 0);
    return is_separator ? 3 : 0;
}

/* Not the ends of lines and pages, nor the tab. */
static bool is_control(unsigned char c)
{
    return c == 0x7f || (c < ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r' && c != '\v');
}

/* Ends of lines as '\n', controls but tab and form feed as spaces, in place; how many such controls
 * there were. */
static size_t tidy(char *text, size_t *length)
{
    size_t out = 0, controls = 0;
    for (size_t i = 0; i < *length;) {
        unsigned char c = (unsigned char)text[i];
        size_t line_end = c >= 0xc2 ? odd_line_end(text + i, *length - i) : 0;
        bool is_return = c == '\r' || c == '\v';
        if (c == '\r' && i + 1 < *length && text[i + 1] == '\n')
            line_end = 2;
        controls += is_control(c);
        text[out++] = (char)(line_end || is_return ? '\n' : is_control(c) ? ' ' : c);
        i += line_end ? line_end : 1;
    }
    text[out] = '\0';
    *length = out;
    return controls;
}

static bool from_windows1252(struct slice text, char **ret_text, size_t *ret_length)
{
    struct windows1252 table;
    windows1252_init(&table);
    *ret_text = memory_new(text.length * 3 + 1, 1);
    ptrdiff_t length = windows1252_decode(&table, text, *ret_text);
    *ret_length = length < 0 ? 0 : (size_t)length;
    return length >= 0;
}

bool plain_decode(struct slice bytes, char **ret_text, size_t *ret_length, char **ret_reason)
{
    struct decoded decoded;
    encoding_decode(bytes, &decoded);
    bool ok = !decoded.has_bad_bytes;
    *ret_text = NULL;
    if (ok && decoded.encoding == ENCODING_WINDOWS1252) {
        ok = from_windows1252(decoded.text, ret_text, ret_length);
    } else if (ok) {
        *ret_text = slice_copy(decoded.text);
        *ret_length = decoded.text.length;
    }
    free(decoded.owned);
    if (!ok)
        unreadable(ret_reason, "it holds bytes that are no text in UTF-8 or Windows-1252: %s", how);
    else if (tidy(*ret_text, ret_length) > *ret_length / CONTROL_SHARE + 1)
        ok = unreadable(ret_reason, "it is no text, or UTF-16 without its mark: %s", how);
    if (ok)
        return true;
    free(*ret_text);
    *ret_text = NULL;
    return false;
}

static void write_valid(FILE *out, struct slice text)
{
    while (text.length) {
        size_t length = utf8_valid_length(text);
        fwrite(text.bytes, 1, length, out);
        bool has_bad = length < text.length;
        if (has_bad)
            fputs("\xef\xbf\xbd", out);
        text = (struct slice){text.bytes + length + has_bad, text.length - length - has_bad};
    }
}

char *plain_clean(struct slice text, size_t *ret_length)
{
    char *clean = NULL;
    FILE *out = memory_stream(&clean, ret_length);
    write_valid(out, text);
    memory_stream_end(out);
    tidy(clean, ret_length);
    return clean;
}

static const char *find_control(const char *from, const char *end)
{
    for (; from < end && (from = memchr(from, 0xc2, (size_t)(end - from))); from++)
        if (from + 1 < end && (unsigned char)from[1] >= 0x80 && (unsigned char)from[1] < 0xa0)
            return from;
    return NULL;
}

bool plain_mend_controls(struct slice text, char **ret_text, size_t *ret_length)
{
    const char *end = text.bytes + text.length, *at = text.bytes;
    const char *found = text.length ? find_control(at, end) : NULL;
    if (!found)
        return false;
    struct windows1252 table;
    windows1252_init(&table);
    FILE *out = memory_stream(ret_text, ret_length);
    for (; found; at = found + 2, found = find_control(at, end)) {
        unsigned byte = (unsigned char)found[1] - 128U;
        fwrite(at, 1, (size_t)(found - at), out);
        fwrite(table.characters[byte], 1, table.lengths[byte], out);
    }
    fwrite(at, 1, (size_t)(end - at), out);
    memory_stream_end(out);
    return true;
}

static void add_page(struct letter_writer *w, size_t **pages, size_t *count, size_t *room)
{
    *pages = memory_grow(*pages, *count, room, sizeof **pages);
    (*pages)[(*count)++] = w->text->length;
}

void plain_write(struct letter_writer *w, struct slice text, size_t **ret_pages,
                 size_t *ret_page_count)
{
    size_t room = 0;
    struct slice page;
    while (slice_next_part(&text, '\f', &page)) {
        if (ret_pages)
            add_page(w, ret_pages, ret_page_count, &room);
        writer_exact(w, page);
        if (page.length && page.bytes[page.length - 1] != '\n')
            writer_exact(w, slice_of("\n"));
    }
}
