/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include "base/text.h"

#include <stdint.h>
#include <utf8proc.h>

/* Also the most that one call of utf8proc_iterate needs to see. */
enum { CHARACTER_BYTES = 4 };

static size_t read_character(struct slice text, size_t at, int32_t *ret_character)
{
    size_t left = text.length - at;
    utf8proc_ssize_t n = utf8proc_iterate(
        (const utf8proc_uint8_t *)text.bytes + at,
        (utf8proc_ssize_t)(left < CHARACTER_BYTES ? left : CHARACTER_BYTES), ret_character);
    return n > 0 ? (size_t)n : 0;
}

static bool is_ascii_word(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return (word & 0x8080808080808080U) == 0;
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

/* Writes the printable form of the next character; returns the bytes it took. */
static size_t show_character(struct slice text, size_t at, char shown[16])
{
    unsigned char byte = (unsigned char)text.bytes[at];
    int32_t character = 0;
    size_t n = read_character(text, at, &character);
    if (n == 0 || byte < 0x20 || byte == 0x7f) {
        text_fit(shown, 16, "\\x%02X", (unsigned)byte);
        return 1;
    }
    if (utf8_is_deceptive(character)) {
        text_fit(shown, 16, "U+%04X", (unsigned)character);
        return n;
    }
    memcpy(shown, text.bytes + at, n);
    shown[n] = '\0';
    return n;
}

void utf8_show(struct slice text, char *out, size_t size)
{
    static const char ellipsis[] = "...";
    size_t used = 0, cut = 0; /* cut: where "..." still fits */
    for (size_t at = 0; at < text.length;) {
        char shown[16];
        at += show_character(text, at, shown);
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

const char *utf8_shown(const char *text, char *out, size_t size)
{
    utf8_show(slice_of(text), out, size);
    return out;
}
