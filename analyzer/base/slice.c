/* SPDX-License-Identifier: MIT */
#include "base/slice.h"

#include "base/memory.h"
#include "base/utf8.h"

/* The bytes of the first character where it is a blank, else 0. */
static size_t blank_at(struct slice s)
{
    unsigned char first = (unsigned char)s.bytes[0];
    if (first < 0x80)
        return first == ' ' || (first >= '\t' && first <= '\r');
    int32_t character;
    size_t n = utf8_next(s, 0, &character);
    return utf8_is_blank(character) ? n : 0;
}

/* The same of the last one. */
static size_t blank_before_end(struct slice s)
{
    size_t start = s.length - 1;
    while (start > 0 && s.length - start < UTF8_BYTES &&
           ((unsigned char)s.bytes[start] & 0xc0) == 0x80)
        start--;
    struct slice last = {s.bytes + start, s.length - start};
    size_t n = blank_at(last);
    return n == last.length ? n : 0;
}

static bool is_plainly_seen(char c)
{
    return c > ' ' && c < 0x7f;
}

struct slice slice_trim(struct slice s)
{
    /* Nearly all cells of a file. */
    if (s.length && is_plainly_seen(s.bytes[0]) && is_plainly_seen(s.bytes[s.length - 1]))
        return s;
    for (size_t n; s.length && (n = blank_at(s)) > 0;)
        s = (struct slice){s.bytes + n, s.length - n};
    for (size_t n; s.length && (n = blank_before_end(s)) > 0;)
        s.length -= n;
    return s;
}

char *slice_copy(struct slice s)
{
    char *copy = memory_new(s.length + 1, 1);
    if (s.length)
        memcpy(copy, s.bytes, s.length);
    return copy;
}

bool slice_next_part(struct slice *rest, char separator, struct slice *ret_part)
{
    *ret_part = *rest;
    if (rest->length == 0)
        return false;
    const char *end = memchr(rest->bytes, separator, rest->length);
    if (!end) {
        *rest = (struct slice){rest->bytes + rest->length, 0};
        return true;
    }
    ret_part->length = (size_t)(end - rest->bytes);
    rest->bytes = end + 1;
    rest->length -= ret_part->length + 1;
    return true;
}

int slice_compare(struct slice a, struct slice b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    int order = shared ? memcmp(a.bytes, b.bytes, shared) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}
