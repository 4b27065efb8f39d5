/* SPDX-License-Identifier: MIT */
#include "reader/encoding.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

static const struct {
    const char *name;
    const char *mark; /* byte order mark */
} encodings[] = {
    [ENCODING_UTF8] = {"UTF-8", "\xef\xbb\xbf"},
    [ENCODING_UTF16LE] = {"UTF-16LE", "\xff\xfe"},
    [ENCODING_UTF16BE] = {"UTF-16BE", "\xfe\xff"},
    [ENCODING_WINDOWS1252] = {"Windows-1252", NULL},
};

const char *encoding_name(enum encoding encoding)
{
    return encodings[encoding].name;
}

static iconv_t open_converter(const char *from)
{
    iconv_t converter = iconv_open("UTF-8", from);
    if (converter == (iconv_t)-1)
        internal_fault("iconv does not know %s: %s", from, strerror(errno));
    return converter;
}

/* iconv takes char **, though it changes no byte of its input. */
struct cursor {
    union {
        const char *given;
        char *wanted;
    } in;
    size_t in_left;
    char *out;
    size_t out_left;
};

/* Goes over one unit that is no character: the mark of a rejected row. */
static void replace_bad_unit(struct cursor *c)
{
    size_t unit = c->in_left < 2 ? c->in_left : 2;
    c->in.given += unit;
    c->in_left -= unit;
    *c->out++ = '\xff';
    c->out_left--;
}

/* A unit of two bytes takes at most three in UTF-8, a lone last byte one. */
static void decode_utf16(struct slice text, struct decoded *ret)
{
    size_t room = text.length / 2 * 3 + 4;
    ret->owned = memory_new(room, 1);
    struct cursor c = {{text.bytes}, text.length, ret->owned, room};
    iconv_t converter = open_converter(encoding_name(ret->encoding));
    while (c.in_left &&
           iconv(converter, &c.in.wanted, &c.in_left, &c.out, &c.out_left) == (size_t)-1) {
        if (errno == E2BIG)
            internal_fault("UTF-16 needs more room than planned");
        replace_bad_unit(&c);
        ret->has_bad_bytes = true;
    }
    iconv_close(converter);
    ret->text = (struct slice){ret->owned, (size_t)(c.out - ret->owned)};
}

static bool take_mark(struct slice *text, enum encoding encoding)
{
    const char *mark = encodings[encoding].mark;
    size_t length = strlen(mark);
    if (text->length < length || memcmp(text->bytes, mark, length) != 0)
        return false;
    *text = (struct slice){text->bytes + length, text->length - length};
    return true;
}

void encoding_decode(struct slice file, struct decoded *ret)
{
    *ret = (struct decoded){.encoding = ENCODING_UTF8};
    bool has_mark = take_mark(&file, ENCODING_UTF8);
    for (enum encoding e = ENCODING_UTF16LE; !has_mark && e <= ENCODING_UTF16BE; e++) {
        if (take_mark(&file, e)) {
            ret->encoding = e;
            decode_utf16(file, ret);
            return;
        }
    }
    ret->text = file;
    bool is_valid = utf8_valid_length(file) == file.length;
    ret->has_bad_bytes = has_mark && !is_valid;
    if (!has_mark && !is_valid)
        ret->encoding = ENCODING_WINDOWS1252;
}

static struct slice take_line(struct slice *rest)
{
    const char *end = memchr(rest->bytes, '\n', rest->length);
    struct slice line = {rest->bytes, end ? (size_t)(end - rest->bytes) + 1 : rest->length};
    *rest = (struct slice){rest->bytes + line.length, rest->length - line.length};
    return line;
}

static void survey_windows(struct slice rest, struct encoding_doubt *doubt)
{
    for (long number = 1; rest.length; number++) {
        struct slice line = take_line(&rest);
        if (utf8_ascii_length(line) == line.length)
            continue;
        if (utf8_valid_length(line) == line.length)
            doubt->other_utf8++;
        else if (!doubt->not_utf8)
            doubt->not_utf8 = number;
    }
}

/* The beginnings, in UTF-8, of what Windows-1252 makes of an accented letter, a no-break space
 * and a typographic quote or dash that were UTF-8 already. */
static bool is_encoded_twice(struct slice s)
{
    static const char *const beginnings[] = {"\xc3\x83\xc2", "\xc3\x82\xc2",
                                             "\xc3\xa2\xe2\x82\xac"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        size_t length = strlen(beginnings[i]);
        if (s.length >= length && memcmp(s.bytes, beginnings[i], length) == 0)
            return true;
    }
    return false;
}

static long line_of(struct slice text, const char *place)
{
    long line = 1;
    for (const char *p = text.bytes; (p = memchr(p, '\n', (size_t)(place - p))); p++)
        line++;
    return line;
}

static void survey_utf8(struct slice text, struct encoding_doubt *doubt)
{
    const char *end = text.bytes + text.length;
    const char *at = text.length ? memchr(text.bytes, 0xc3, text.length) : NULL;
    for (; at && !doubt->twice; at = memchr(at + 1, 0xc3, (size_t)(end - at - 1)))
        if (is_encoded_twice((struct slice){at, (size_t)(end - at)}))
            doubt->twice = line_of(text, at);
    at = text.length ? memchr(text.bytes, 0xef, text.length) : NULL;
    for (; at && !doubt->lost; at = memchr(at + 1, 0xef, (size_t)(end - at - 1)))
        if (end - at >= 3 && memcmp(at, "\xef\xbf\xbd", 3) == 0)
            doubt->lost = line_of(text, at);
}

struct encoding_doubt encoding_survey(const struct decoded *file)
{
    struct encoding_doubt doubt = {0, 0, 0, 0};
    if (file->encoding == ENCODING_WINDOWS1252)
        survey_windows(file->text, &doubt);
    else
        survey_utf8(file->text, &doubt);
    return doubt;
}

void windows1252_init(struct windows1252 *table)
{
    *table = (struct windows1252){0};
    iconv_t converter = open_converter("WINDOWS-1252");
    for (unsigned i = 0; i < 128; i++) {
        char byte = (char)(unsigned char)(128 + i);
        struct cursor c = {{&byte}, 1, table->characters[i], sizeof table->characters[i]};
        if (iconv(converter, &c.in.wanted, &c.in_left, &c.out, &c.out_left) != (size_t)-1)
            table->lengths[i] = (unsigned char)(c.out - table->characters[i]);
        iconv(converter, NULL, NULL, NULL, NULL);
    }
    iconv_close(converter);
}

ptrdiff_t windows1252_decode(const struct windows1252 *table, struct slice text, char *out)
{
    char *end = out;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if (byte < 128) {
            *end++ = (char)byte;
            continue;
        }
        size_t length = table->lengths[byte - 128];
        if (length == 0)
            return -1;
        memcpy(end, table->characters[byte - 128], length);
        end += length;
    }
    return end - out;
}
