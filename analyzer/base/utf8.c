/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include "base/text.h"

#include <stdint.h>
#include <utf8proc.h>

static size_t read_character(struct slice text, size_t at, int32_t *ret_character)
{
    size_t left = text.length - at;
    utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)text.bytes + at,
                         (utf8proc_ssize_t)(left < UTF8_BYTES ? left : UTF8_BYTES), ret_character);
    return n > 0 ? (size_t)n : 0;
}

static bool is_ascii_word(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return (word & 0x8080808080808080U) == 0;
}

size_t utf8_ascii_length(struct slice text)
{
    size_t at = 0;
    while (text.length - at >= sizeof(uint64_t) && is_ascii_word(text.bytes + at))
        at += sizeof(uint64_t);
    while (at < text.length && (unsigned char)text.bytes[at] < 0x80)
        at++;
    return at;
}

size_t utf8_valid_length(struct slice text)
{
    size_t at = 0;
    while (at < text.length) {
        if (text.length - at >= sizeof(uint64_t) && is_ascii_word(text.bytes + at)) {
            at += sizeof(uint64_t);
            continue;
        }
        if ((unsigned char)text.bytes[at] < 0x80) {
            at++;
            continue;
        }
        int32_t character;
        size_t n = read_character(text, at, &character);
        if (n == 0)
            return at;
        at += n;
    }
    return at;
}

size_t utf8_next(struct slice text, size_t at, int32_t *ret_character)
{
    size_t n = read_character(text, at, ret_character);
    if (n == 0)
        *ret_character = -1;
    return n > 0 ? n : 1;
}

bool utf8_is_deceptive(int32_t c)
{
    if (c < 0x80)
        return false;
    static const struct {
        int32_t first, last;
    } ranges[] = {
        {0x80, 0x9f},     {0x61c, 0x61c},   {0x200e, 0x200f}, {0x2028, 0x202e},
        {0x2066, 0x206f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0000, 0xe007f},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    }
    return false;
}

static bool is_space(int32_t c)
{
    utf8proc_category_t category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP || c == 0x85;
}

bool utf8_is_blank(int32_t c)
{
    enum { BRAILLE_BLANK = 0x2800 };
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    utf8proc_category_t category = utf8proc_category(c);
    return is_space(c) || category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
           utf8proc_get_property(c)->ignorable || c == BRAILLE_BLANK;
}

size_t utf8_plain(struct slice text, char *out)
{
    size_t used = 0;
    for (size_t at = 0; at < text.length;) {
        int32_t character;
        size_t n = utf8_next(text, at, &character);
        if (character >= 0x80 && is_space(character)) {
            out[used++] = ' ';
        } else if (character < 0x80 || !utf8_is_blank(character)) {
            memcpy(out + used, text.bytes + at, n);
            used += n;
        }
        at += n;
    }
    return used;
}

typedef bool is_hidden(int32_t character);

static bool is_deceptive_or_blank(int32_t c)
{
    return utf8_is_deceptive(c) || (c >= 0x80 && utf8_is_blank(c));
}

/* Writes the printable form of the next character; returns the bytes it took. */
static size_t show_character(struct slice text, size_t at, is_hidden *is_named, char shown[16])
{
    unsigned char byte = (unsigned char)text.bytes[at];
    int32_t character = 0;
    size_t n = read_character(text, at, &character);
    if (n == 0 || byte < 0x20 || byte == 0x7f) {
        text_fit(shown, 16, "\\x%02X", (unsigned)byte);
        return 1;
    }
    if (is_named(character)) {
        text_fit(shown, 16, "U+%04X", (unsigned)character);
        return n;
    }
    memcpy(shown, text.bytes + at, n);
    shown[n] = '\0';
    return n;
}

static void show(struct slice text, is_hidden *is_named, char *out, size_t size)
{
    static const char ellipsis[] = "...";
    size_t used = 0, cut = 0; /* cut: where "..." still fits */
    for (size_t at = 0; at < text.length;) {
        char shown[16];
        at += show_character(text, at, is_named, shown);
        size_t length = strlen(shown);
        if (used + length >= size) {
            memcpy(out + cut, ellipsis, sizeof ellipsis);
            return;
        }
        memcpy(out + used, shown, length);
        used += length;
        if (used + sizeof ellipsis <= size)
            cut = used;
    }
    out[used] = '\0';
}

void utf8_show(struct slice text, char *out, size_t size)
{
    show(text, utf8_is_deceptive, out, size);
}

void utf8_show_blanks(struct slice text, char *out, size_t size)
{
    show(text, is_deceptive_or_blank, out, size);
}

const char *utf8_shown(const char *text, char *out, size_t size)
{
    utf8_show(slice_of(text), out, size);
    return out;
}
