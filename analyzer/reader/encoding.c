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
